package io.rehome.pipelines;

import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The references of a document that are linked only after all rows of a cycle are placed. */
final class LateReferences {
  private final List<Integer> positions;

  LateReferences(DocumentShape shape, Set<String> fields) {
    Map<String, Integer> byName = shape.positions();
    this.positions = byName.keySet().stream().filter(fields::contains).map(byName::get).toList();
  }

  boolean isEmpty() {
    return positions.isEmpty();
  }

  /** The document with NULL for them. */
  Document without(Document whole) {
    List<@Nullable Object> values = new ArrayList<>(whole.values());
    positions.forEach(position -> values.set(position, null));
    return new Document(values);
  }

  /** The document and these, each as a whole and as it was placed. */
  List<Document> withAndWithout(Document whole, List<Document> before) {
    return Stream.concat(Stream.of(whole), before.stream())
        .flatMap(document -> Stream.of(document, without(document)))
        .distinct()
        .toList();
  }
}
