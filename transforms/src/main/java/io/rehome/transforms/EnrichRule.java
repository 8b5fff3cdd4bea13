package io.rehome.transforms;

import io.rehome.model.Enricher;

/** Fills one field of a document from what is mapped already. */
public record EnrichRule(String field, String rule, Enricher enricher) {}
