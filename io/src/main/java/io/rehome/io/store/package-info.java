/**
 * The migrator store on PostgreSQL and its schema versions.
 *
 * <p>It keeps records without interpreting them, and reaches PostgreSQL's own types through {@code
 * io.rehome.io.jdbc}.
 */
@NullMarked
package io.rehome.io.store;

import org.jspecify.annotations.NullMarked;
