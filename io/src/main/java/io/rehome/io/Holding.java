package io.rehome.io;

import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.TargetKey;
import java.util.Optional;

/**
 * What the store says that the target holds of a record.
 *
 * @param outcome of the latest attempt
 * @param source the fingerprint of the source row of the latest attempt
 * @param key under which the target acknowledged it; empty where it never did
 * @param document that it acknowledged last
 */
public record Holding(
    Outcome outcome, Fingerprint source, Optional<TargetKey> key, Optional<Document> document) {}
