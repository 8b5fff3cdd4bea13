package io.rehome.pipelines;

import io.rehome.io.Accounts;
import io.rehome.io.Failed;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import java.util.List;

/** NORMAL: each key range of the source once a campaign. */
final class NormalMode {
  private final Parts parts;

  NormalMode(Parts parts) {
    this.parts = parts;
  }

  void run() {
    new Descent(parts).go(this::read);
    if (parts.request().keys().isEmpty() && isAnythingPending()) {
      finish();
    }
  }

  /**
   * A run that was killed left records PENDING whose rows were in none of the pages that were read
   * since: they are asked for by key.
   */
  private void finish() {
    new RetryRecords(parts)
        .retry(Failed.UNFINISHED, Origin.SOURCE, parts.request().entities().toString());
  }

  private boolean isAnythingPending() {
    Accounts accounts = parts.workplace().store().accounts(parts.workplace().tag().marketplace());
    return parts.rounds().ask(accounts::totals).entrySet().stream()
        .filter(entity -> parts.request().wants(entity.getKey()))
        .anyMatch(entity -> entity.getValue().getOrDefault(Outcome.PENDING, 0L) > 0);
  }

  private void read(List<Stretch> stretches) {
    if (parts.request().keys().isEmpty()) {
      new ReadRanges(parts).read(stretches);
    } else {
      stretches.forEach(this::readKeys);
    }
  }

  private void readKeys(Stretch stretch) {
    List<SourceKey> keys = parts.request().keys().stream().map(SourceKey::new).toList();
    new EnterByKey(parts).enter(stretch, keys, Errand.byKey(Origin.SOURCE));
  }
}
