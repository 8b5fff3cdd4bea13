package io.rehome.io;

import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;

/**
 * What the store remembers of a source row, for a comparison.
 *
 * @param source the fingerprint of the row of the latest attempt
 * @param chosen whether the entity's {@code where} held then
 * @param mayBeThere whether the target holds it, or may hold it though no answer said so
 */
public record Remembered(
    SourceKey key, Fingerprint source, boolean chosen, Outcome outcome, boolean mayBeThere) {}
