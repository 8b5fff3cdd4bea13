package io.rehome.io;

import io.rehome.model.Document;
import java.util.List;
import java.util.Optional;

/**
 * What the target may hold of a record without its word for it.
 *
 * @param sent the documents that were sent and whose fate is unknown
 * @param confirmed the document that the target acknowledged last, before them
 */
public record Unproven(List<Document> sent, Optional<Document> confirmed) {
  public Unproven {
    sent = List.copyOf(sent);
  }
}
