package io.rehome.pipelines;

import io.rehome.io.Changes;
import io.rehome.io.Compared;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.KeyRange;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.transforms.RowFingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares rows that are named by their keys with what the store remembers of them. */
final class CompareByKey {
  private static final int AT_ONCE = 2_000;
  private static final long FIRST_NUMBER = 1L << 62;

  private final Parts parts;
  private final Scan scan;

  CompareByKey(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  /** The rows that a column tells to have changed since a mark. */
  void since(Stretch stretch, Changes changes, String mark) {
    List<SourceKey> keys = keys(changes, mark, Optional.empty());
    while (!keys.isEmpty()) {
      List<SourceKey> some = keys;
      parts.rounds().step(() -> compare(stretch, some, number(some)));
      keys = keys(changes, mark, Optional.of(keys.get(keys.size() - 1)));
    }
  }

  /** The rows of these keys. */
  void of(Stretch stretch, List<SourceKey> keys) {
    parts.rounds().step(() -> compare(stretch, keys, PageId.BY_KEY));
  }

  private List<SourceKey> keys(Changes changes, String mark, Optional<SourceKey> after) {
    return parts.rounds().ask(() -> changes.since(mark, after, AT_ONCE));
  }

  private void compare(Stretch stretch, List<SourceKey> keys, long number) {
    RowFingerprints fingerprints =
        new RowFingerprints(parts.workplace().rules().rules(stretch.entity()));
    List<RowState> rows = new ArrayList<>();
    for (SourceRow row : parts.workplace().source().fetch(stretch.source(), keys)) {
      rows.add(new RowState(row.key(), fingerprints.of(row), row.chosen()));
    }
    Compared found =
        new CompareRange(selections().remembered(stretch.entity(), keys), any -> List.of())
            .with(rows);
    selections()
        .compared(scan, new KeyRange(stretch.entity(), number, List.of(), List.of()), found);
  }

  /**
   * A number that is made of the keys, below those of spans and buckets: a run that continues
   * counts the same keys once, and others that changed meanwhile anew.
   */
  private static long number(List<SourceKey> keys) {
    long hash = 17;
    for (SourceKey key : keys) {
      hash = 31 * hash + key.hash64();
    }
    return -FIRST_NUMBER - (hash >>> 2);
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
