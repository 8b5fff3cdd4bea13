package io.rehome.report;

import io.rehome.io.RunEntry;
import io.rehome.pipelines.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The plan of today beside those by which a campaign's records were made.
 *
 * @param version today's; empty where no run had these rules yet
 * @param used the versions of the campaign's runs, ascending
 * @param changed whether some documents were made by other rules than today's, and no LOCAL_DIFF
 *     has gone over them since
 */
public record PlanState(Optional<Integer> version, List<Integer> used, boolean changed) {
  public PlanState {
    used = List.copyOf(used);
  }

  /** The state with these runs of the campaign, in any order. */
  static PlanState of(Optional<Integer> version, List<RunEntry> runs) {
    List<RunEntry> making = runs.stream().filter(run -> !isOf(Mode.VERIFY, run)).toList();
    return new PlanState(
        version,
        making.stream().map(RunEntry::planVersion).distinct().sorted().toList(),
        changed(version, making));
  }

  private static boolean changed(Optional<Integer> version, List<RunEntry> runs) {
    Optional<Instant> otherwise =
        runs.stream()
            .filter(run -> !version.equals(Optional.of(run.planVersion())))
            .map(RunEntry::started)
            .max(Instant::compareTo);
    return otherwise.isPresent()
        && runs.stream()
            .filter(run -> isOf(Mode.LOCAL_DIFF, run) && run.state().equals("FINISHED"))
            .filter(run -> version.equals(Optional.of(run.planVersion())))
            .noneMatch(run -> run.started().isAfter(otherwise.get()));
  }

  private static boolean isOf(Mode mode, RunEntry run) {
    return run.mode().equals(mode.name());
  }
}
