/**
 * The exact conversion of a source's values into the values that a target column holds.
 *
 * <p>It knows the limits of PostgreSQL's types, but not where a value came from.
 */
@NullMarked
package io.rehome.transforms.values;

import org.jspecify.annotations.NullMarked;
