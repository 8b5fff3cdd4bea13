package io.rehome.io;

import io.rehome.model.Rejection;

/** A rejected record, for lists. */
public record RejectedRecord(String entity, String sourceKey, Rejection rejection) {}
