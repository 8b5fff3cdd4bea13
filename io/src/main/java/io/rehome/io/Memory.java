package io.rehome.io;

import io.rehome.model.Fingerprint;
import java.util.Optional;

/**
 * What the store keeps of a record: its original, or the document that the target acknowledged
 * last.
 *
 * @param written the fingerprint that was written with it
 * @param content empty where the text is no JSON that we wrote
 */
public record Memory<T>(Fingerprint written, Optional<T> content) {}
