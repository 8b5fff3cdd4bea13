/**
 * One wide table without references, as large as one likes: what speeds are measured on. Knows the
 * databases' own SQL; knows nothing of the product.
 */
@NullMarked
package io.rehome.testdata.notices;

import org.jspecify.annotations.NullMarked;
