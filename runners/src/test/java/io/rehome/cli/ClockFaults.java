package io.rehome.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What befalls the clock that the run's process reads. */
final class ClockFaults {
  /** Of Debian's package faketime. */
  private static final Path LIBRARY =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

  private ClockFaults() {}

  /**
   * At any moment of its work its clock jumps by so much, such as {@code -2h}, for all but what
   * measures durations; some time later it is killed, if it has not ended. It is continued by one
   * whose clock is right.
   */
  static Fault jumps(String offset) {
    return trial -> {
      assumeTrue(Files.exists(LIBRARY), "clocks cannot jump here: faketime is not installed");
      Path clock = trial.log().resolveSibling("clock");
      Files.writeString(clock, "+0");
      Process run = trial.start(underClock(clock));
      if (trial.awaitAMomentOfWork(run)) {
        Files.writeString(clock, offset);
        trial.awaitAMoment(run);
      }
      return trial.killed(run);
    };
  }

  /** Its time is the system's, moved by what the file says, which is looked at each second. */
  private static JavaProcess underClock(Path file) {
    return new JavaProcess(Rehome.class)
        .in(
            Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1"));
  }
}
