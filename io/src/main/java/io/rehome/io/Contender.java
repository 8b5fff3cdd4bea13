package io.rehome.io;

import io.rehome.model.Fingerprint;
import io.rehome.model.SourceKey;

/**
 * A record that claims a unique value which others claim too; the lowest rank has the first right.
 */
public record Contender(String field, Fingerprint claim, SourceKey key, int rank) {}
