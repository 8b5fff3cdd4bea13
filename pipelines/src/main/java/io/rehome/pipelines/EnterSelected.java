package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
    List<KeyRange> ranges = keylessRanges(stretch);
    if (!ranges.isEmpty()) {
      pick(stretch, ranges);
      parts.rounds().step(() -> selections().picked(scan, stretch.entity()));
    }
    each(stretch, keys -> enterByKey(stretch, keys));
  }

  private void each(Stretch stretch, Consumer<List<SourceKey>> entering) {
    List<SourceKey> keys = waiting(stretch.entity());
    while (!keys.isEmpty()) {
      entering.accept(keys);
      SourceKey last = keys.get(keys.size() - 1);
      parts.rounds().step(() -> selections().entered(scan, stretch.entity(), last));
      keys = waiting(stretch.entity());
    }
  }

  private void enterByKey(Stretch stretch, List<SourceKey> keys) {
    new EnterByKey(parts).enter(stretch, keys, Errand.selected(scan, origin(stretch)));
  }

  /** Rows without a key that the store may never have seen are found in their range only. */
  private List<KeyRange> keylessRanges(Stretch stretch) {
    return stretch.source().isKeyless()
        ? parts.rounds().ask(() -> selections().waitingRanges(scan, stretch.entity()))
        : List.of();
  }

  private void pick(Stretch stretch, List<KeyRange> ranges) {
    parts
        .rounds()
        .run(
            "pick",
            pipeline -> {
              parts.river().pick(pipeline, stretch, ranges, scan);
              return true;
            });
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
