package io.rehome.model;

import java.io.Serializable;

/** A column of a source: its name as the engine spells it, its kind, and its type as declared. */
public record SourceColumn(String name, SourceType type, String typeName) implements Serializable {}
