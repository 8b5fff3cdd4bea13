package io.rehome.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LOCAL_DIFF of one wide table after a change of a rule that touches 1 % of the records, beside
 * NORMAL of the same, each from the command's start to its end. Nothing is asserted. Run with
 * {@code -Pbench}, and {@code -Drehome.bench.rows=1000000}.
 */
final class LocalDiffBench {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.rehome.cli.Measured#runs")
  void besideNormal(long rows, Experiment.On runner) throws Exception {
    Measured.tidily(() -> measure(rows, runner));
  }

  private void measure(long rows, Experiment.On runner) throws Exception {
    NoticesMove move = NoticesMove.of(rows, runner, folder);
    double normal = move.seconds("migrate");
    move.replaceInPlan(
        " title\n", " { from: title, as: \"price_pence < 1000 ? upper(title) : title\" }\n");
    double local = move.seconds("migrate", "--mode=LOCAL_DIFF");
    double nothing = move.seconds("migrate", "--mode=LOCAL_DIFF");
    String touched =
        Journey.rows(move.target(), "select count(*) from notices where title = upper(title)")
            .get(0);
    System.out.printf(
        Locale.ROOT,
        "%,d records, %s touched; again with nothing to do %.1f s%n",
        rows,
        touched,
        nothing);
    GoalTable.of(rows).tell(Goal.LOCAL_DIFF, runner, local, normal);
  }
}
