package io.rehome.model;

import java.io.Serializable;

/** How often a field's rule was used. */
public record RuleUse(String field, String rule, long used) implements Serializable {}
