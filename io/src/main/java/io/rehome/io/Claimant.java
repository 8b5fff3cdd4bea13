package io.rehome.io;

import io.rehome.model.Fingerprint;
import io.rehome.model.SourceKey;

/**
 * A record and a unique value that it claims: the fields that hold it, by comma, and its
 * fingerprint.
 */
public record Claimant(SourceKey key, String field, Fingerprint value) {}
