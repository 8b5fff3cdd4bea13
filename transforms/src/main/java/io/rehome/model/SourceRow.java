package io.rehome.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as read.
 *
 * @param key its key in the source
 * @param values the value of every column of its {@link SourceTable}, in that order, in the classes
 *     that {@link SourceType} names
 * @param chosen whether the entity's {@code where} holds (NULL counts as no)
 * @param bytes about how many bytes the values take
 */
public record SourceRow(SourceKey key, List<@Nullable Object> values, boolean chosen, int bytes)
    implements Serializable {}
