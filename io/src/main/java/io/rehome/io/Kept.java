package io.rehome.io;

import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.Rejection;
import io.rehome.model.SourceRow;
import java.util.Optional;

/**
 * A record as the store keeps it, to be mapped anew.
 *
 * @param row the original of its latest attempt
 * @param print the fingerprint that was kept with it
 * @param confirmed the fingerprint of the document that the target last confirmed; empty where it
 *     was never there, or where a later attempt's fate is unknown
 * @param rejection why it is not migrated; empty unless it is REJECTED
 * @param attempted the document that was not loaded, of a REJECTED or MERGED record that came so
 *     far: with NULL where a reference within its cycle was to stand, if it was never settled
 */
public record Kept(
    SourceRow row,
    Fingerprint print,
    Outcome outcome,
    Optional<Fingerprint> confirmed,
    Optional<Rejection> rejection,
    Optional<Document> attempted) {}
