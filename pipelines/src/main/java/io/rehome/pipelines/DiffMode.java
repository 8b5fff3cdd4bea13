package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.SourceKey;
import io.rehome.pipelines.CompareKept.Accounting;
import io.rehome.plan.LookupsUsed;
import java.util.List;
import java.util.TreeMap;

/**
 * DIFF: every row of the source meets what the store remembers of it. What is new or changed is
 * loaded; what is gone is treated as the entity's {@code deletes:} says.
 */
final class DiffMode {
  private final Parts parts;

  DiffMode(Parts parts) {
    this.parts = parts;
  }

  void run() {
    Scan scan = parts.rounds().ask(() -> selections().open(Mode.DIFF.name(), question()));
    List<Stretch> stretches = Stretches.childrenFirst(parts);
    parts.progress().phase("comparing source and store");
    if (parts.request().keys().isEmpty()) {
      compare(scan, stretches);
    } else {
      List<SourceKey> keys = parts.request().keys().stream().map(SourceKey::new).toList();
      stretches.forEach(stretch -> new CompareByKey(parts, scan).of(stretch, keys));
    }
    new AskAgain(parts, scan).ask(stretches);
    new RetireGone(parts, scan).retire(stretches);
    EnterSelected entrance = new EnterSelected(parts, scan, Origin.SOURCE);
    ExchangeUniques uniques = new ExchangeUniques(parts);
    new Descent(parts)
        .go(
            level -> {
              entrance.enter(level);
              uniques.exchange(level);
            });
    parts.rounds().step(() -> selections().end(scan));
  }

  private void compare(Scan scan, List<Stretch> stretches) {
    NarrowDiff narrow = new NarrowDiff(parts, scan);
    List<Stretch> whole = stretches.stream().filter(stretch -> !narrow.look(stretch)).toList();
    new CompareRanges(parts, scan).compare(whole);
    whole.forEach(stretch -> parts.rounds().step(() -> unmet(scan, stretch)));
    List<Stretch> otherwise = ofChangedLookups(whole);
    new CompareAllKept(parts, scan, Accounting.READ_BEFORE).compare(otherwise);
    otherwise.forEach(stretch -> parts.rounds().step(() -> unkept(scan, stretch)));
  }

  /**
   * Those whose rules ask a lookup that has changed since it was first kept: their rows may be as
   * they were, and their documents not. (A narrow look follows a whole one with the same lookups.)
   */
  private List<Stretch> ofChangedLookups(List<Stretch> stretches) {
    return stretches.stream()
        .filter(
            stretch ->
                LookupsUsed.by(parts.plan().entity(stretch.entity()).plan()).stream()
                    .anyMatch(lookup -> parts.version().lookups().getOrDefault(lookup, 1) > 1))
        .toList();
  }

  /** What cannot be mapped anew from the store is read again. */
  private void unkept(Scan scan, Stretch stretch) {
    selections().selectUnkept(scan, stretch.entity());
  }

  private void unmet(Scan scan, Stretch stretch) {
    selections().unmet(scan, stretch.entity());
  }

  /** A command that asks for the same continues, unless rules or lookups changed. */
  private String question() {
    RunRequest request = parts.request();
    return "%s %s %s %d %s"
        .formatted(
            request.entities(),
            request.keys(),
            request.choice().width(),
            parts.version().plan(),
            new TreeMap<>(parts.version().lookups()));
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
