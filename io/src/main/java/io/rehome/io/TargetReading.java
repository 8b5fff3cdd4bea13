package io.rehome.io;

import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the target really holds, read back by a path that shares nothing with the one that loads:
 * its sessions are READ ONLY. Values come in the classes of {@link io.rehome.model.TargetType},
 * canonical as in documents; one that no document could hold (infinity, NaN, a year before Christ)
 * comes as its text. Every method throws {@link Outage} where the target cannot be reached.
 */
public interface TargetReading {

  /**
   * The rows of these keys, by one query: several for a key that is there more than once, none for
   * one that is not there. A text that is no value of its key column is not there.
   */
  Map<TargetKey, List<Document>> fetch(DocumentShape shape, Collection<TargetKey> keys);

  /**
   * The documents with those values that have no class of their own ({@link
   * io.rehome.model.TargetType#OTHER}) as the target spells them; one that it refuses stays as it
   * is.
   */
  List<Document> spelled(DocumentShape shape, List<Document> documents);

  /** Hands over the key of each row of the shape's table while they are read. */
  void keys(DocumentShape shape, Consumer<TargetKey> each);

  /**
   * The rows that a query of the plan answers, as comparable values.
   *
   * @throws IllegalStateException where the target refuses the query
   */
  List<List<String>> answer(String query);
}
