package io.rehome.transforms.expression;

import io.rehome.model.Fields;

/** What one evaluation sees. */
record Scope(Fields fields, Surroundings surroundings) {}
