package io.rehome.transforms.expression;

/**
 * One thing that is wrong with an expression.
 *
 * @param line from 1, within the expression's text
 * @param column from 1
 * @param hint the likely fix; empty where none is at hand
 */
public record ExpressionProblem(int line, int column, String what, String hint) {}
