/**
 * Records, documents, pages and outcomes, and the one-method interfaces that users implement.
 *
 * <p>It knows the JDK only: no Beam, no database, no file.
 */
@NullMarked
package io.rehome.model;

import org.jspecify.annotations.NullMarked;
