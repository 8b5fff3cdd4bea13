package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.SourceKey;
import io.rehome.pipelines.CompareKept.Accounting;
import io.rehome.plan.CheckedEntity;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * LOCAL_DIFF: the kept originals are mapped anew, and what differs from what the target confirmed
 * is loaded. The source is not asked.
 */
final class LocalDiffMode {
  private final Parts parts;

  LocalDiffMode(Parts parts) {
    this.parts = parts;
  }

  void run() {
    parts.plan().entities().forEach(this::tellAnotherCondition);
    if (parts.request().keys().isEmpty()) {
      Scan scan = parts.rounds().ask(() -> selections().open(Mode.LOCAL_DIFF.name(), question()));
      new Descent(parts).go(stretches -> enter(scan, stretches));
      parts.rounds().step(() -> selections().end(scan));
    } else {
      new Descent(parts).go(stretches -> stretches.forEach(this::enterKeys));
    }
  }

  private void tellAnotherCondition(CheckedEntity entity) {
    if (!entity.plan().condition().equals(entity.source().condition())) {
      parts
          .remarks()
          .add(
              entity.name()
                  + ": another where chooses other records when DIFF reads the source, not now");
    }
  }

  private void enterKeys(Stretch stretch) {
    List<SourceKey> keys = parts.request().keys().stream().map(SourceKey::new).toList();
    new EnterByKey(parts).enter(stretch, keys, Errand.byKey(Origin.STORE));
  }

  private void enter(Scan scan, List<Stretch> stretches) {
    new CompareAllKept(parts, scan, Accounting.READ).compare(stretches);
    List<Stretch> changed = stretches.stream().filter(it -> waits(scan, it)).toList();
    changed.forEach(this::forgetContenders);
    new FindContenders(parts).find(changed);
    new EnterSelected(parts, scan, Origin.STORE).enter(changed);
  }

  private boolean waits(Scan scan, Stretch stretch) {
    return !parts
        .rounds()
        .ask(() -> selections().waiting(scan, stretch.entity(), Optional.empty(), 1))
        .isEmpty();
  }

  /** Rules that changed may give other unique values: who claims them is found anew. */
  private void forgetContenders(Stretch stretch) {
    parts
        .rounds()
        .step(() -> parts.register().uncontend(parts.workplace().tag(), stretch.entity()));
  }

  /** Under other rules what was compared is to be compared again. */
  private String question() {
    RulesVersion version = parts.version();
    return "%s by plan %d, corrections %d, lookups %s"
        .formatted(
            parts.request().entities(),
            version.plan(),
            version.corrections(),
            new TreeMap<>(version.lookups()));
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
