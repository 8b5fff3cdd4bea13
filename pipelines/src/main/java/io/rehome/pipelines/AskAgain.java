package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.util.List;
import java.util.Optional;

/**
 * Asks the source by key for the records that seem gone, before anybody believes it: a row may have
 * come while its range was read. Records without a key cannot be asked for.
 */
final class AskAgain {
  private static final int AT_ONCE = 1_000;

  private final Parts parts;
  private final Scan scan;

  AskAgain(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  void ask(List<Stretch> stretches) {
    stretches.stream().filter(stretch -> !stretch.source().isKeyless()).forEach(this::ask);
  }

  private void ask(Stretch stretch) {
    Optional<SourceKey> last = Optional.empty();
    List<SourceKey> keys = missing(stretch, last);
    while (!keys.isEmpty()) {
      ask(stretch, keys);
      last = Optional.of(keys.get(keys.size() - 1));
      keys = missing(stretch, last);
    }
  }

  private void ask(Stretch stretch, List<SourceKey> keys) {
    parts.rounds().step(() -> selections().found(scan, stretch.entity(), found(stretch, keys)));
  }

  private List<SourceKey> found(Stretch stretch, List<SourceKey> keys) {
    return parts.workplace().source().fetch(stretch.source(), keys).stream()
        .filter(SourceRow::chosen)
        .map(SourceRow::key)
        .toList();
  }

  private List<SourceKey> missing(Stretch stretch, Optional<SourceKey> after) {
    return parts.rounds().ask(() -> selections().missing(scan, stretch.entity(), after, AT_ONCE));
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
