/**
 * Every value that a source may hold and a reader may spoil, and every kind of key. Knows the
 * databases' own SQL; knows nothing of the product.
 */
@NullMarked
package io.rehome.testdata.zoo;

import org.jspecify.annotations.NullMarked;
