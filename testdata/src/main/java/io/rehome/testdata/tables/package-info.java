/**
 * Tables of their own, as large as one likes: what speeds are measured on. Knows the databases' own
 * SQL; knows nothing of the product.
 */
@NullMarked
package io.rehome.testdata.tables;

import org.jspecify.annotations.NullMarked;
