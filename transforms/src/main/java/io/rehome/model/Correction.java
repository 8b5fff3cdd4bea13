package io.rehome.model;

import java.util.Optional;

/**
 * What an operator wants a field of one record to hold, instead of what its rule gives.
 *
 * @param value as text, in any form that the field's column takes a text; of a field that names a
 *     parent, the parent's source key; empty for NULL
 */
public record Correction(SourceKey key, String field, Optional<String> value) {}
