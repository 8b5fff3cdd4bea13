package io.rehome.plan;

import java.io.Serializable;

/**
 * How one field of the document is filled.
 *
 * @param field the target column
 */
public record FieldPlan(String field, FieldForm form) implements Serializable {}
