package io.rehome.pipelines;

import io.rehome.io.Accounts;
import io.rehome.io.Book;
import io.rehome.io.Campaign;
import io.rehome.io.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the shell how far the ranges are: from the store, so that it holds on any runner. */
final class ProgressWatch implements Rounds.Watching {
  private static final long PERIOD_NANOS = Duration.ofSeconds(2).toNanos();

  private final Accounts accounts;
  private final Campaign campaign;
  private final String run;
  private final Progress progress;
  private Set<String> watched = Set.of();
  private Optional<RangeSum> before = Optional.empty();
  private long last;
  private long read;

  ProgressWatch(Accounts accounts, Campaign campaign, String run, Progress progress) {
    this.accounts = accounts;
    this.campaign = campaign;
    this.run = run;
    this.progress = progress;
  }

  @Override
  public void begins(List<String> entities) {
    watched = Set.copyOf(entities);
    before = Optional.empty();
  }

  @Override
  public void look() {
    if (!watched.isEmpty() && System.nanoTime() - last > PERIOD_NANOS) {
      last = System.nanoTime();
      tell(RangeSum.of(accounts.progress(campaign), watched));
    }
  }

  private void tell(RangeSum now) {
    RangeSum first = before.orElse(now);
    before = Optional.of(first);
    progress.rows(now.rowsSince(first), now.expectedSince(first));
  }

  @Override
  public boolean hasAdvanced() {
    try {
      long now = accounts.books(run).stream().mapToLong(Book::read).sum();
      boolean advanced = now > read;
      read = now;
      return advanced;
    } catch (Outage e) {
      return false; // nobody knows while the store is away
    }
  }

  @Override
  public void outage(Outage outage, Duration pause) {
    progress.note(
        "%s; nothing is lost, trying again in %d s"
            .formatted(outage.getMessage(), pause.toSeconds()));
  }
}
