/**
 * Fixture marketplaces with a seeded generator, and the servers that the demo and the tests use.
 *
 * <p>It knows databases and nothing of the product.
 */
@NullMarked
package io.rehome.testdata;

import org.jspecify.annotations.NullMarked;
