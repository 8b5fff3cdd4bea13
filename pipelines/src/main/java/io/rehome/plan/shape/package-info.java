/**
 * The shape of a plan's file: its keys with what they mean, from which come the editors' schema,
 * the reference, and the names that the reader takes.
 *
 * <p>It knows nothing but words.
 */
@NullMarked
package io.rehome.plan.shape;

import org.jspecify.annotations.NullMarked;
