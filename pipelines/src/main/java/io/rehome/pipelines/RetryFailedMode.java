package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.plan.CheckedEntity;
import java.util.List;

/**
 * RETRY_FAILED: what is REJECTED or PENDING is tried again, and nothing else is touched. What the
 * source has no more is treated as the entity's {@code deletes:} says.
 */
final class RetryFailedMode {
  private final Parts parts;

  RetryFailedMode(Parts parts) {
    this.parts = parts;
  }

  void run() {
    Scan scan = parts.rounds().ask(() -> selections().open(Mode.RETRY_FAILED.name(), question()));
    parts.rounds().step(() -> select(scan));
    new Descent(parts).go(new EnterSelected(parts, scan, parts.request().choice().from())::enter);
    new RetireGone(parts, scan).retire(Stretches.childrenFirst(parts));
    new WithdrawLeft(parts).withdraw();
    parts.rounds().step(() -> selections().end(scan));
  }

  private void select(Scan scan) {
    selections()
        .selectFailed(scan, entities(), parts.request().choice().failed(parts.request().keys()));
  }

  private List<String> entities() {
    return parts.plan().entities().stream()
        .map(CheckedEntity::name)
        .filter(parts.request()::wants)
        .toList();
  }

  /** A command that asks for the same continues; its time does not count, for it moves. */
  private String question() {
    RunRequest request = parts.request();
    return "%s %s %s %s"
        .formatted(
            request.entities(),
            request.keys(),
            request.choice().reasons().stream().sorted().toList(),
            request.choice().from());
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
