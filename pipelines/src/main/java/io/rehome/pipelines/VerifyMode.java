package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.io.Verifications;
import io.rehome.plan.CheckedEntity;
import java.util.List;

/** VERIFY: the source, mapped as NORMAL would, against what the target really holds. */
final class VerifyMode {
  private final Parts parts;

  VerifyMode(Parts parts) {
    this.parts = parts;
  }

  void run() {
    Scan scan = parts.rounds().ask(() -> verifications().open(question()));
    List<Stretch> stretches = stretches();
    compare(scan, stretches);
    new LookAgain(parts, scan).look(stretches);
    new CompareQueries(parts).compare(scan);
    new WriteDifferences(parts, scan).write(stretches);
    parts.request().choice().checking().repair().repair(parts, scan, stretches);
    parts.rounds().step(() -> verifications().end(scan));
  }

  private void compare(Scan scan, List<Stretch> stretches) {
    if (parts.request().keys().isEmpty()) {
      parts.progress().phase("comparing the source with the target");
      new VerifyRanges(parts, scan).verify(stretches);
      new FindUnexpected(parts, scan).find(stretches);
    } else {
      stretches.forEach(stretch -> new VerifyKeys(parts, scan).verify(stretch));
    }
  }

  private List<Stretch> stretches() {
    return parts.plan().entities().stream()
        .map(CheckedEntity::name)
        .filter(parts.request()::wants)
        .map(entity -> Stretches.of(parts.plan(), entity))
        .toList();
  }

  /** A verification by other rules, or of something else, begins anew. */
  private String question() {
    RunRequest request = parts.request();
    return "%s %s plan version %d"
        .formatted(request.entities(), request.keys(), parts.workplace().tag().planVersion());
  }

  private Verifications verifications() {
    return parts.workplace().verifications();
  }
}
