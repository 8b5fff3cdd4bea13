package io.rehome.model;

import java.io.Serializable;

/** A field of a record, and the parent that it names. */
public record Link(String field, Reference parent) implements Serializable {}
