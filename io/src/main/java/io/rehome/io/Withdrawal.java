package io.rehome.io;

import io.rehome.model.Document;
import java.util.Optional;

/**
 * A row that was written and may not stay.
 *
 * @param sent what was written
 * @param instead what stands there then, under the same key; empty where the row goes
 */
public record Withdrawal(Document sent, Optional<Document> instead) {}
