/**
 * The modes, the river from source to target, and the comparisons.
 *
 * <p>It is the only place that joins transforms and io.
 */
@NullMarked
package io.rehome.pipelines;

import org.jspecify.annotations.NullMarked;
