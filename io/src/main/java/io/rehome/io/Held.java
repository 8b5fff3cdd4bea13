package io.rehome.io;

import io.rehome.model.Document;
import java.util.List;

/** Documents that the target's row may hold by our own hand, and how sure we are of it. */
public record Held(List<Document> documents, Upload.Claim claim) {
  public Held {
    documents = List.copyOf(documents);
  }
}
