package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.SourceKey;
import java.util.List;
import java.util.Optional;

/** Lets the records enter that a scan selected, some at a time; what entered is noted. */
final class EnterSelected {
  private static final int AT_ONCE = 50_000;

  private final Parts parts;
  private final Scan scan;
  private final Origin origin;

  EnterSelected(Parts parts, Scan scan, Origin origin) {
    this.parts = parts;
    this.scan = scan;
    this.origin = origin;
  }

  void enter(List<Stretch> stretches) {
    stretches.forEach(this::enter);
  }

  private void enter(Stretch stretch) {
    List<SourceKey> keys = waiting(stretch.entity());
    while (!keys.isEmpty()) {
      new EnterByKey(parts).enter(stretch, keys, Errand.selected(scan, origin(stretch)));
      SourceKey last = keys.get(keys.size() - 1);
      parts.rounds().step(() -> selections().entered(scan, stretch.entity(), last));
      keys = waiting(stretch.entity());
    }
  }

  /** The key of a table without one is its whole row: the kept original is what it can be only. */
  private Origin origin(Stretch stretch) {
    return stretch.source().isKeyless() ? Origin.STORE : origin;
  }

  private List<SourceKey> waiting(String entity) {
    return parts.rounds().ask(() -> selections().waiting(scan, entity, Optional.empty(), AT_ONCE));
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
