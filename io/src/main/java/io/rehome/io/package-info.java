/**
 * The contracts that a source, a target and the store keep.
 *
 * <p>It knows the model, but nothing of how a page is transformed or which mode runs.
 */
@NullMarked
package io.rehome.io;

import org.jspecify.annotations.NullMarked;
