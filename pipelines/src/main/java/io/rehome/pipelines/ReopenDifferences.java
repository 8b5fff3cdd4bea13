package io.rehome.pipelines;

import io.rehome.io.Difference;
import io.rehome.io.Difference.Kind;
import io.rehome.io.Scan;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the records PENDING that differ. What the target holds of them now may be written over: as
 * long as it stays what it is. Rows that no record accounts for are left alone.
 */
final class ReopenDifferences {
  private static final Set<Kind> REPAIRED = Set.of(Kind.CHANGED, Kind.MISSING);

  private final Parts parts;
  private final Scan scan;

  ReopenDifferences(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  void reopen(List<Stretch> stretches) {
    parts.progress().phase("reopening what differs");
    for (Stretch stretch : stretches) {
      DocumentShape shape = parts.plan().entity(stretch.entity()).shape();
      new EachDifference(parts, scan).forEach(stretch, some -> reopen(stretch, shape, some));
    }
  }

  private void reopen(Stretch stretch, DocumentShape shape, List<Difference> differences) {
    Map<SourceKey, TargetKey> keys = new HashMap<>();
    differences.stream()
        .filter(it -> REPAIRED.contains(it.kind()))
        .filter(it -> it.target().isPresent() && it.source().isPresent())
        .forEach(
            it -> keys.put(new SourceKey(it.source().get()), new TargetKey(it.target().get())));
    parts.rounds().step(() -> reopen(stretch, shape, keys));
  }

  private void reopen(Stretch stretch, DocumentShape shape, Map<SourceKey, TargetKey> keys) {
    Map<TargetKey, List<Document>> rows =
        parts.workplace().target().reading().fetch(shape, keys.values());
    Map<SourceKey, List<Document>> held = new HashMap<>();
    keys.forEach((source, target) -> held.put(source, rows.getOrDefault(target, List.of())));
    parts.workplace().verifications().reopen(shape, stretch.entity(), held);
  }
}
