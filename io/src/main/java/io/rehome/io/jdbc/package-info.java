/**
 * The JdbcIO reader, the dialects and the PostgreSQL loader.
 *
 * <p>It is the only package that sees {@code org.postgresql}.
 */
@NullMarked
package io.rehome.io.jdbc;

import org.jspecify.annotations.NullMarked;
