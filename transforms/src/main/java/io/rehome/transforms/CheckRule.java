package io.rehome.transforms;

import io.rehome.model.Check;

/**
 * Looks at a finished document.
 *
 * @param field the field that is named in the rejection; empty where the record as a whole is meant
 */
public record CheckRule(String field, String rule, Check check) {}
