package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Register;
import io.rehome.pipelines.Allowance;
import io.rehome.pipelines.Choice;
import io.rehome.pipelines.Ending;
import io.rehome.pipelines.Exit;
import io.rehome.pipelines.Mode;
import io.rehome.pipelines.RunRequest;
import io.rehome.testdata.demo.Scale;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runners may run a bundle again, and Flink does; the DirectRunner never does and would hide what
 * that breaks. With each range read twice, and each page twice besides, nothing is doubled.
 */
final class DoubledPagesTest {
  @TempDir private static Path folder;
  private static Journey undisturbed;

  @BeforeAll
  static void migrateOnce() throws Exception {
    undisturbed = Journey.begin(folder.resolve("pets"), new Scale(2_000));
    undisturbed.migrate();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--runner=DirectRunner --targetParallelism=16",
        "--runner=FlinkRunner --flinkMaster=[local] --parallelism=2"
      })
  void changeNothing(String runner) throws Exception {
    Journey doubled = undisturbed.toAnotherPlatform(runner.substring(9, 14));

    Ending ending = run(doubled, List.of(runner.split(" ")));

    assertThat(ending.remarks().toString(), ending.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(ending.isBalanced(), is(true));
    assertThat(doubled.findings(), is(empty()));
    assertThat(doubled.platformDigests(), is(undisturbed.platformDigests()));
    assertThat(doubled.storeDigests(), is(undisturbed.storeDigests()));
  }

  private static Ending run(Journey journey, List<String> flags) throws Exception {
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            Console.Reader.LOG);
    try (Site site = doubling(Sites.open(journey.plan().toString(), journey.plan(), () -> {}))) {
      return new SiteRun(site, console).ending(normal(flags));
    }
  }

  private static Site doubling(Site site) {
    return new Site(
        site.name(),
        site.file(),
        site.plan(),
        Doubling.of(site.source()),
        site.target(),
        site.storePlace(),
        site.servers());
  }

  private static RunRequest normal(List<String> flags) {
    return new RunRequest(
        Mode.NORMAL,
        List.of(),
        List.of(),
        Register.Begin.CONTINUE,
        new Allowance.Count(0),
        Choice.DEFAULT,
        0,
        Duration.ofMinutes(1),
        BeamFlags.of(flags, Set.of()).complete());
  }
}
