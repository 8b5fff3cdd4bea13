/**
 * The books and reports of a run, as JSON, HTML and CSV.
 *
 * <p>It knows values only: no pipeline and no connection.
 */
@NullMarked
package io.rehome.report;

import org.jspecify.annotations.NullMarked;
