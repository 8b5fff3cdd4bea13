package io.rehome.cli;

import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LOCAL_DIFF after a change of a rule that touches about 1 % of the records, beside NORMAL of the
 * same marketplace, each from the command's start to its end. Printed, nothing is asserted. Run
 * with {@code -Pbench}, and {@code -Drehome.bench.rows=1000000}.
 */
final class LocalDiffBench {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#rows")
  void besideNormal(long rows) throws Exception {
    Journey journey = Journey.begin(folder.resolve("bench"), new Scale(rows));
    double normal = seconds(journey);
    journey.replaceInPlan(
        "display_name:  join(' ', first_name, last_name)",
        "display_name:  \"member_id % 100 == 0 ? upper(last_name) : join(' ', first_name, last_name)\"");
    double local = seconds(journey, "--mode=LOCAL_DIFF");
    double nothing = seconds(journey, "--mode=LOCAL_DIFF");
    String touched =
        Journey.rows(
                journey.store(), "select sum(loaded) from rehome.books where run like '%local%'")
            .get(0);
    System.out.printf(
        Locale.ROOT,
        "%,d records: NORMAL %.1f s, LOCAL_DIFF %.1f s (%s touched): %.1f times as fast; again"
            + " with nothing to do %.1f s%n",
        rows,
        normal,
        local,
        touched,
        normal / local,
        nothing);
  }

  private static double seconds(Journey journey, String... flags) throws Exception {
    long began = System.nanoTime();
    Process process =
        new JavaProcess(Rehome.class)
            .asLaunched()
            .start(journey.folder(), journey.migration(flags));
    if (!process.waitFor(30, TimeUnit.MINUTES)) {
      throw new IllegalStateException("it did not end");
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
