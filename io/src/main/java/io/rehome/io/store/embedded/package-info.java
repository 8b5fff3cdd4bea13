/**
 * The migrator store of a working directory that names none: a PostgreSQL of our own.
 *
 * <p>It knows how to start, share and stop that server; what is kept in it is the store's matter.
 */
@NullMarked
package io.rehome.io.store.embedded;

import org.jspecify.annotations.NullMarked;
