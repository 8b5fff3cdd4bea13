/**
 * Canonical encodings of values, and the fingerprints over them.
 *
 * <p>It knows the model's value classes only; what the values mean is not its business.
 */
@NullMarked
package io.rehome.transforms.fingerprint;

import org.jspecify.annotations.NullMarked;
