package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.io.HeldKey;
import io.rehome.io.Scan;
import io.rehome.model.DocumentShape;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Selects the records of one entity that the target confirmed and holds no more, so that they enter
 * again.
 *
 * @param wanted the source keys that the run was asked for; none: all
 */
record VanishedRows(
    Workplace workplace, Stretch stretch, DocumentShape shape, Scan scan, Set<String> wanted)
    implements Serializable {
  private static final int AT_ONCE = 1000;

  /** A record in these states is loaded where its row vanished; others wait for somebody to act. */
  private static final Set<Outcome> LOADED_AGAIN = Set.of(Outcome.LOADED, Outcome.PENDING);

  /** Selects those of these records, none of which the target holds. */
  void select(List<HeldKey> lacking) {
    selectKeys(lacking.stream().map(VanishedRows::note).filter(note -> !note.isEmpty()).toList());
  }

  /**
   * Selects those of the records held, each with its note by its target key, that are not found.
   */
  void select(Map<String, String> held, Map<String, String> found) {
    List<String> vanished = new ArrayList<>();
    held.forEach(
        (key, note) -> {
          if (!note.isEmpty() && !found.containsKey(key)) {
            vanished.add(note);
          }
        });
    selectKeys(vanished);
  }

  /** The source key of a record that would enter again; of another one nothing. */
  static String note(HeldKey held) {
    return LOADED_AGAIN.contains(held.outcome()) ? held.source().text() : "";
  }

  private void selectKeys(List<String> vanished) {
    List<SourceKey> keys =
        vanished.stream()
            .filter(key -> wanted.isEmpty() || wanted.contains(key))
            .map(SourceKey::new)
            .toList();
    for (List<SourceKey> some : Lists.partition(keys, AT_ONCE)) {
      Patience.with(() -> workplace.selections().vanished(scan, stretch.entity(), shape, some));
    }
  }
}
