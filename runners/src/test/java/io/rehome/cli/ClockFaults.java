package io.rehome.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** What befalls the clock that the run's process reads. */
final class ClockFaults {
  /** Of Debian's package faketime. */
  private static final Path LIBRARY =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

  private static final int LONGEST_JUMP = (int) Duration.ofDays(2).toSeconds();

  private ClockFaults() {}

  /**
   * At any moment of its work its clock jumps, by up to two days, for all but what measures
   * durations; some time later it is killed, if it has not ended. It is continued by one whose
   * clock is right.
   */
  static int jumps(Trial trial) throws Exception {
    Path clock = clock(trial, "+0");
    Process run = trial.start(underClock(clock));
    if (trial.awaitAMomentOfWork(run)) {
      Files.writeString(clock, offset(trial.random()));
      trial.awaitAMoment(run);
    }
    return trial.killed(run);
  }

  /** It is wrong by up to two days, from the start to the end. */
  static int wrong(Trial trial) throws Exception {
    return trial.ended(trial.start(underClock(clock(trial, offset(trial.random())))));
  }

  /** All of its clocks go half as fast as they should, or twice as fast. */
  static int uneven(Trial trial) throws Exception {
    Path clock = clock(trial, trial.random().nextBoolean() ? "+0 x0.5" : "+0 x2");
    return trial.ended(trial.start(new JavaProcess(Rehome.class).in(time(clock))));
  }

  private static String offset(Random random) {
    return "%+d".formatted(random.nextInt(2 * LONGEST_JUMP) - LONGEST_JUMP);
  }

  private static Path clock(Trial trial, String time) throws IOException {
    assumeTrue(Files.exists(LIBRARY), "clocks cannot go wrong here: faketime is not installed");
    return Files.writeString(trial.log().resolveSibling("clock"), time);
  }

  /** Its time is the system's, moved by what the file says, but for what measures durations. */
  private static JavaProcess underClock(Path file) {
    Map<String, String> variables = new HashMap<>(time(file));
    variables.put("DONT_FAKE_MONOTONIC", "1");
    variables.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    return new JavaProcess(Rehome.class).in(variables);
  }

  /** The file is looked at each second. */
  private static Map<String, String> time(Path file) {
    return Map.of(
        "LD_PRELOAD",
        LIBRARY.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        "FAKETIME_CACHE_DURATION",
        "1");
  }
}
