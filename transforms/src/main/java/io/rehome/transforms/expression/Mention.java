package io.rehome.transforms.expression;

/** A name that an expression uses, and where: line and column count from 1 within its text. */
public record Mention(String name, int line, int column) {}
