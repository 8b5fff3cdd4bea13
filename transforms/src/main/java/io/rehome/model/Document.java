package io.rehome.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it will be written: one value for each column that the entity writes, in the order of
 * its {@link DocumentShape}, in the classes that {@link TargetType} names. Canonical: equal
 * documents have equal fingerprints. Before references are resolved a value may be a {@link
 * Reference}.
 */
public record Document(List<@Nullable Object> values) implements Serializable {}
