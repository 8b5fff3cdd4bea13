/**
 * The steps over pages: map, enrich, check and compare, as plain functions that Beam carries.
 *
 * <p>It knows Beam and the model, but no database, no file and no mode.
 */
@NullMarked
package io.rehome.transforms;

import org.jspecify.annotations.NullMarked;
