package io.rehome.model;

import java.io.Serializable;

/** The value of a document's field that names a parent not yet resolved: an entity and a key. */
public record Reference(String entity, SourceKey key) implements Serializable {}
