package io.rehome.plan;

import java.io.Serializable;

/** Two queries, one for each side, whose results must be equal. */
public record Assertion(String source, String target) implements Serializable {}
