/**
 * From the YAML of a plan to a checked plan, or to all its problems at once.
 *
 * <p>It knows the rules and the catalogs it is given, and opens no connection of its own.
 */
@NullMarked
package io.rehome.plan;

import org.jspecify.annotations.NullMarked;
