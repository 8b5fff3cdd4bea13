package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A LOCAL_DIFF whose process vanishes while it loads. */
final class KilledLocalDiffTest {
  private static final String LOADED =
      "select count(*) from rehome.page where range_id = 0 and confirmed_at is not null";

  @TempDir private Path folder;

  @Test
  void isContinuedByTheSameCommand() throws Exception {
    Journey undisturbed = Journey.begin(folder.resolve("pets"), new Scale(20_000));
    Journey killed = undisturbed.toAnotherPlatform("killed");
    for (Journey journey : List.of(undisturbed, killed)) {
      journey.migrate();
      journey.replaceInPlan("title:        title", "title:        upper(title)");
    }
    undisturbed.migrate("--mode=LOCAL_DIFF");

    killWhileItLoads(killed);
    killed.migrate("--mode=LOCAL_DIFF");

    assertThat(killed.platformDigests(), is(undisturbed.platformDigests()));
    assertThat(
        Journey.rows(killed.store(), "select run from rehome.books where not balanced"),
        is(empty()));
  }

  private static void killWhileItLoads(Journey journey) throws Exception {
    Process run =
        new JavaProcess(Rehome.class)
            .start(journey.folder(), journey.migration("--mode=LOCAL_DIFF"));
    try {
      while (loaded(journey) < 1 && run.isAlive()) {
        Thread.sleep(5);
      }
    } finally {
      run.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    assertThat(loaded(journey), greaterThan(0));
  }

  private static int loaded(Journey journey) throws Exception {
    return Integer.parseInt(Journey.rows(journey.store(), LOADED).get(0));
  }
}
