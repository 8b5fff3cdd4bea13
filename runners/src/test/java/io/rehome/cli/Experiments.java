package io.rehome.cli;

import static io.rehome.cli.Experiment.normal;
import static io.rehome.cli.Point.When.AFTER;
import static io.rehome.cli.Point.When.BEFORE;
import static io.rehome.cli.PointFaults.killedOnPage;
import static io.rehome.cli.PointFaults.killedOnStep;

import com.google.common.base.Splitter;
import io.rehome.cli.Rig.Side;
import io.rehome.io.Ledger;
import io.rehome.io.Loading;
import io.rehome.io.Register;
import io.rehome.pipelines.Mode;
import io.rehome.testdata.servers.Passage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** All experiments, a line each. Another mode or runner is another line. */
final class Experiments {
  private static final Experiment KILLS = normal("kill -9", ProcessFaults::kills);
  private static final Experiment PENDING =
      normal("killed with a page PENDING", killedOnPage(AFTER, Ledger.class, "begin(New)?"));
  private static final Experiment LANDED =
      normal("killed with a page in the target", killedOnPage(AFTER, Loading.class, "load"));
  private static final Experiment TERM = normal("SIGTERM", ProcessFaults.told("TERM"));
  private static final Experiment TARGET_ANSWERS =
      normal("answers to COMMIT lost, target", NetworkFaults.lostAnswers(Side.TARGET));
  private static final Experiment STORE_ANSWERS =
      normal("answers to COMMIT lost, store", NetworkFaults.lostAnswers(Side.STORE));
  private static final Experiment TARGET_CRASH =
      normal("server crashes, target", ServerFaults.crash(Side.TARGET));
  private static final Experiment STORE_CRASH =
      normal("server crashes, store", ServerFaults.crash(Side.STORE));
  private static final Experiment FROZEN = normal("frozen and woken", ProcessFaults::frozen);
  private static final Duration SHORT = Duration.ofSeconds(8);

  static final List<Experiment> ALL =
      List.of(
          KILLS,
          KILLS.onFlink(),
          KILLS.in(Mode.DIFF),
          KILLS.in(Mode.DIFF).onFlink(),
          KILLS.in(Mode.FIND_MISSING),
          KILLS.in(Mode.FIND_MISSING).onFlink(),
          KILLS.in(Mode.RETRY_FAILED),
          KILLS.in(Mode.RETRY_FAILED).onFlink(),
          KILLS.in(Mode.LOCAL_DIFF),
          KILLS.in(Mode.LOCAL_DIFF).onFlink(),
          KILLS.in(Mode.VERIFY),
          KILLS.byFingerprints(),
          KILLS.byFingerprints().in(Mode.DIFF),
          KILLS.byFingerprints().in(Mode.RETRY_FAILED),
          normal("killed with a page read", killedOnPage(BEFORE, Ledger.class, "begin(New)?")),
          PENDING,
          PENDING.onFlink(),
          PENDING.in(Mode.DIFF),
          normal("killed before COMMIT, target", PointFaults.killedBeforeCommit(Side.TARGET)),
          normal("killed before COMMIT, store", PointFaults.killedBeforeCommit(Side.STORE)),
          normal("killed after COMMIT, target", PointFaults.killedAfterCommit(Side.TARGET)),
          normal("killed after COMMIT, store", PointFaults.killedAfterCommit(Side.STORE)),
          LANDED,
          LANDED.onFlink(),
          LANDED.in(Mode.DIFF),
          normal("killed with a page confirmed", killedOnPage(AFTER, Ledger.class, "confirm")),
          normal("killed with a level read", killedOnStep(BEFORE, Register.class, "closeEmpty", 3)),
          normal("killed between levels", killedOnStep(AFTER, Register.class, "closeEmpty", 3)),
          normal("killed before settling", killedOnStep(BEFORE, Register.class, "settle", 8)),
          normal("killed with a cycle settled", killedOnStep(AFTER, Register.class, "settle", 8)),
          normal(
              "killed before closing a cycle",
              killedOnStep(BEFORE, Register.class, "closeSettled", 8)),
          normal(
              "killed before its end is kept", killedOnStep(BEFORE, Register.class, "finish", 1)),
          normal("killed before its report", killedOnStep(AFTER, Register.class, "finish", 1)),
          TERM,
          TERM.onFlink(),
          TERM.in(Mode.DIFF),
          normal("SIGINT", ProcessFaults.told("INT")),
          TARGET_ANSWERS,
          TARGET_ANSWERS.onFlink(),
          TARGET_ANSWERS.in(Mode.DIFF),
          STORE_ANSWERS,
          STORE_ANSWERS.onFlink(),
          TARGET_CRASH,
          TARGET_CRASH.onFlink(),
          TARGET_CRASH.in(Mode.DIFF),
          STORE_CRASH,
          STORE_CRASH.onFlink(),
          STORE_CRASH.in(Mode.DIFF),
          normal("server crashes, source", ServerFaults.crash(Side.SOURCE)),
          normal("down at start, source", ServerFaults.downAtStart(Side.SOURCE)),
          normal("down at start, target", ServerFaults.downAtStart(Side.TARGET)),
          normal("down at start, store", ServerFaults.downAtStart(Side.STORE)),
          normal("server crashes at the end, target", ServerFaults.crashAtEnd(Side.TARGET)),
          normal("server crashes at the end, store", ServerFaults.crashAtEnd(Side.STORE)),
          normal("sessions ended, source", ServerFaults.sessionsEnded(Side.SOURCE)),
          normal("sessions ended, target", ServerFaults.sessionsEnded(Side.TARGET)),
          normal("sessions ended, store", ServerFaults.sessionsEnded(Side.STORE)),
          normal("cut in mid answer, source", NetworkFaults.cuts(Side.SOURCE)),
          normal("cut in mid answer, target", NetworkFaults.cuts(Side.TARGET)),
          normal("cut in mid answer, store", NetworkFaults.cuts(Side.STORE)),
          normal("resets, source", NetworkFaults.resets(Side.SOURCE)),
          normal("resets, target", NetworkFaults.resets(Side.TARGET)),
          normal("resets, store", NetworkFaults.resets(Side.STORE)),
          silent(Side.SOURCE),
          silent(Side.TARGET),
          silent(Side.STORE),
          slow(Side.SOURCE),
          slow(Side.TARGET),
          slow(Side.STORE),
          normal("connections taken, source", CrowdFaults.connectionsTaken(Side.SOURCE)),
          normal("connections taken, target", CrowdFaults.connectionsTaken(Side.TARGET)),
          normal("connections taken, store", CrowdFaults.connectionsTaken(Side.STORE)),
          normal("tables locked, target", CrowdFaults.tablesLocked()),
          normal("disk full, target", DiskFaults.full(Side.TARGET)).onSmallDisks(),
          normal("disk full, store", DiskFaults.full(Side.STORE)).onSmallDisks(),
          normal("disk full of log, target", DiskFaults.fullOfLog(Side.TARGET)).onSmallDisks(),
          normal("disk full of log, store", DiskFaults.fullOfLog(Side.STORE)).onSmallDisks(),
          normal("disk full, source", DiskFaults.full(Side.SOURCE)).onSmallDisks(),
          normal("disk enlarged, target", DiskFaults.enlarged(Side.TARGET)).onSmallDisks(),
          normal("disk enlarged, store", DiskFaults.enlarged(Side.STORE)).onSmallDisks(),
          normal("a writer on the source", WriterFaults.writing(0)),
          normal("a writer on the source and kill -9", WriterFaults.writing(3)),
          normal("two at once", ProcessFaults::twice),
          normal("ten at once", ProcessFaults::tenTimes),
          FROZEN,
          FROZEN.in(Mode.DIFF),
          normal("clock jumps", ClockFaults::jumps),
          normal("clock wrong", ClockFaults::wrong),
          normal("clock too fast or too slow", ClockFaults::uneven),
          normal("any time zone", ProcessFaults::inAnyZone));

  private Experiments() {}

  /**
   * Those whose name begins with one of these, which stand between commas; all of the empty one.
   */
  static List<Experiment> beginning(String names) {
    List<String> beginnings = Splitter.on(',').splitToList(names);
    return ALL.stream()
        .filter(experiment -> beginnings.stream().anyMatch(experiment.name()::startsWith))
        .toList();
  }

  private static Experiment silent(Side side) {
    return normal(
        "connections silent, " + named(side),
        NetworkFaults.disturbed(side, SHORT, random -> Passage.blackhole()));
  }

  private static Experiment slow(Side side) {
    return normal(
        "connections slow, " + named(side),
        NetworkFaults.disturbed(
            side, SHORT, random -> Passage.late(Duration.ofMillis(1 + random.nextInt(100)))));
  }

  private static String named(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
