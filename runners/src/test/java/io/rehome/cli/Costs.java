package io.rehome.cli;

import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The seconds that a process took, and those of the processors: its own and the test servers'.
 *
 * @param peakMb the most memory that it held, in megabytes
 */
record Costs(double seconds, double ours, double mariaDb, double postgres, long peakMb) {
  private static final Duration LONGEST = Duration.ofMinutes(20);

  /** Starts a process and waits for its end. */
  static Costs of(Beginning beginning, int exit) throws Exception {
    long began = System.nanoTime();
    CpuTime mariaDb = CpuTime.of(TestServers.mariaDb().pid());
    CpuTime postgres = CpuTime.of(TestServers.postgres().pid());
    Process process = beginning.start();
    CpuTime ours = CpuTime.of(process.pid());
    long peakMb = 0;
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() - began > LONGEST.toNanos()) {
        process.destroyForcibly();
        throw new IllegalStateException("the command did not end within " + LONGEST);
      }
      List.of(ours, mariaDb, postgres).forEach(CpuTime::look);
      peakMb = Math.max(peakMb, PeakMemory.megabytes(process.pid()));
    }
    if (process.exitValue() != exit) {
      throw new IllegalStateException("the command ended " + process.exitValue());
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Costs(seconds, ours.seconds(), mariaDb.seconds(), postgres.seconds(), peakMb);
  }

  /** Runs {@code ./rehome} in this folder to its end. */
  static Costs ofRehome(Path folder, List<String> arguments, int exit) throws Exception {
    Launcher launcher = Launcher.warm();
    return of(() -> launcher.start(folder, arguments), exit);
  }

  /** Starts the process that is measured. */
  interface Beginning {
    Process start() throws Exception;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f s (processors: ours %.1f s, MariaDB %.1f s, PostgreSQL %.1f s; at most %d MB)",
        seconds,
        ours,
        mariaDb,
        postgres,
        peakMb);
  }
}
