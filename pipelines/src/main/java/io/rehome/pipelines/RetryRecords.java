package io.rehome.pipelines;

import io.rehome.io.Failed;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.plan.CheckedEntity;
import java.util.List;

/**
 * Tries records again that are REJECTED or PENDING, and touches nothing else. What the source has
 * no more is treated as the entity's {@code deletes:} says.
 */
final class RetryRecords {
  private final Parts parts;

  RetryRecords(Parts parts) {
    this.parts = parts;
  }

  /** Tries those that are meant; an earlier try of the same {@code question} is continued. */
  void retry(Failed failed, Origin origin, String question) {
    String mode = parts.request().mode().name();
    Scan scan = parts.rounds().ask(() -> selections().open(mode, question));
    parts.rounds().step(() -> selections().selectFailed(scan, entities(), failed));
    new Descent(parts).go(new EnterSelected(parts, scan, origin)::enter);
    new RetireGone(parts, scan).retire(Stretches.childrenFirst(parts));
    new WithdrawLeft(parts).withdraw();
    parts.rounds().step(() -> selections().end(scan));
  }

  private List<String> entities() {
    return parts.plan().entities().stream()
        .map(CheckedEntity::name)
        .filter(parts.request()::wants)
        .toList();
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
