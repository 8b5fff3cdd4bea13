package io.rehome.io;

import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.SourceRow;
import java.util.Optional;

/**
 * What the store keeps of a record, beside the fingerprints that were written with it.
 *
 * @param written the fingerprint of the original; empty where no original is kept
 * @param original empty where there is none, or its text is no JSON that we wrote
 * @param confirmed the fingerprint of the document that the target acknowledged last; empty where
 *     it never did, or where a plan of other fields made that document: today's columns say nothing
 *     of it
 * @param document that document; empty where there is none, or its text is no JSON that we wrote
 */
public record Memory(
    Optional<Fingerprint> written,
    Optional<SourceRow> original,
    Optional<Fingerprint> confirmed,
    Optional<Document> document) {}
