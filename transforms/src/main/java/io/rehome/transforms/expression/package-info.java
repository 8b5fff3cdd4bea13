/**
 * The expressions of a plan: a locked-down JEXL whose syntax tree is compiled to plain functions.
 *
 * <p>It knows the model and its own functions; nothing that an expression says reaches a Java
 * method by name.
 */
@NullMarked
package io.rehome.transforms.expression;

import org.jspecify.annotations.NullMarked;
