package io.rehome.io;

import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import java.util.Optional;

/**
 * What the store knows of a record.
 *
 * @param source the fingerprint of the source row of the latest attempt
 * @param confirmed the fingerprint of the document that the target last confirmed; empty where it
 *     was never there, or where a later attempt's fate is unknown
 * @param run the run of the latest attempt
 */
public record Known(
    Outcome outcome, Fingerprint source, Optional<Fingerprint> confirmed, String run) {}
