package io.rehome.pipelines;

import io.rehome.io.Accounts;
import io.rehome.io.Campaign;
import io.rehome.io.Outage;
import io.rehome.io.RangeTally;
import java.time.Duration;
import java.util.List;

/** Tells the shell how far the ranges are: from the store, so that it holds on any runner. */
final class ProgressWatch implements Rounds.Watching {
  private static final long PERIOD_NANOS = Duration.ofSeconds(2).toNanos();

  private final Accounts accounts;
  private final Campaign campaign;
  private final Progress progress;
  private long last = System.nanoTime();

  ProgressWatch(Accounts accounts, Campaign campaign, Progress progress) {
    this.accounts = accounts;
    this.campaign = campaign;
    this.progress = progress;
  }

  @Override
  public void look() {
    if (System.nanoTime() - last > PERIOD_NANOS) {
      last = System.nanoTime();
      tell(accounts.progress(campaign));
    }
  }

  private void tell(List<RangeTally> tallies) {
    long ranges = tallies.stream().mapToLong(RangeTally::ranges).sum();
    long finished = tallies.stream().mapToLong(RangeTally::finished).sum();
    long rows = tallies.stream().mapToLong(RangeTally::rows).sum();
    progress.rows(rows, finished == 0 ? 0 : rows / finished * ranges);
  }

  @Override
  public void outage(Outage outage, Duration pause) {
    progress.note(
        "%s; nothing is lost, trying again in %d s"
            .formatted(outage.getMessage(), pause.toSeconds()));
  }
}
