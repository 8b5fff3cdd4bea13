/**
 * Tells whether two documents hold the same, and where they do not.
 *
 * <p>It knows the model and no database: what is the same is a matter of values.
 */
@NullMarked
package io.rehome.transforms.reconcile;

import org.jspecify.annotations.NullMarked;
