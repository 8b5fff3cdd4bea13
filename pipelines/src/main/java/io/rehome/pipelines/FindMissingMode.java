package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.io.Verifications;
import io.rehome.plan.CheckedEntity;
import java.util.List;
import java.util.Optional;

/** FIND_MISSING: what the target should hold and does not is loaded; nothing else is touched. */
final class FindMissingMode {
  private final Parts parts;

  FindMissingMode(Parts parts) {
    this.parts = parts;
  }

  void run() {
    Scan scan = parts.rounds().ask(() -> selections().open(Mode.FIND_MISSING.name(), question()));
    parts.rounds().step(() -> verifications().takeOver(scan));
    List<Stretch> stretches = stretches();
    stretches.forEach(stretch -> find(scan, stretches, stretch));
    new Descent(parts).go(level -> enter(scan, level));
    stretches.forEach(
        stretch -> parts.rounds().step(() -> selections().gone(scan, stretch.entity())));
    new WithdrawLeft(parts).withdraw();
    parts.rounds().step(() -> selections().end(scan));
  }

  /** Unique values are decided as in NORMAL: before any of them enters. */
  private void enter(Scan scan, List<Stretch> level) {
    List<Stretch> waiting = level.stream().filter(it -> waits(scan, it)).toList();
    new FindContenders(parts).find(waiting);
    new EnterSelected(parts, scan, Origin.SOURCE).enter(waiting);
  }

  private boolean waits(Scan scan, Stretch stretch) {
    return !parts
        .rounds()
        .ask(() -> selections().waiting(scan, stretch.entity(), Optional.empty(), 1))
        .isEmpty();
  }

  private void find(Scan scan, List<Stretch> stretches, Stretch stretch) {
    String entity = stretch.entity();
    if (!parts.rounds().ask(() -> verifications().areKeysCompared(scan, entity))) {
      parts.progress().phase("looking for missing rows of " + entity);
      parts.rounds().step(() -> verifications().forgetUnexpected(scan, entity));
      new MissingKeys(parts, scan, stretch).find(Neighbours.of(parts, stretches, stretch));
      parts.rounds().step(() -> verifications().keysCompared(scan, entity));
    }
  }

  private List<Stretch> stretches() {
    return parts.plan().entities().stream()
        .map(CheckedEntity::name)
        .filter(parts.request()::wants)
        .map(entity -> Stretches.of(parts.plan(), entity))
        .toList();
  }

  /** A command that asks for the same, and divides keys in the same way, continues. */
  private String question() {
    return "%s %s in buckets of ranges of %d rows"
        .formatted(parts.request().entities(), parts.request().keys(), parts.volume().rangeRows());
  }

  private Selections selections() {
    return parts.workplace().selections();
  }

  private Verifications verifications() {
    return parts.workplace().verifications();
  }
}
