package io.rehome.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A field in which a row is not what it should be. Values stand as text for people, long ones from
 * a little before where they begin to differ; null for NULL.
 */
public record FieldDifference(String column, @Nullable String expected, @Nullable String found)
    implements Serializable {}
