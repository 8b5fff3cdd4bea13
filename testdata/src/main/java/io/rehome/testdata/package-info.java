/**
 * Fixture marketplaces with a seeded generator, and the servers that the demo and the tests use.
 *
 * <p>It knows databases, and no part of the product but the model.
 */
@NullMarked
package io.rehome.testdata;

import org.jspecify.annotations.NullMarked;
