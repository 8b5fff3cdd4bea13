/**
 * The judge of a migration of "Pets &amp; Paws": says what is lost, what is a ghost and what is
 * changed. It works out what must be there from the source with SQL of its own, and shares nothing
 * with the product.
 */
@NullMarked
package io.rehome.testdata.judge;

import org.jspecify.annotations.NullMarked;
