package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process vanishes. */
final class KilledRunTest {
  private static final String PAGES =
      "select count(*) from rehome.page where confirmed_at is not null";

  @TempDir private Path folder;

  @Test
  void isContinuedWithoutAFlagAndEndsAsAnUndisturbedOne() throws Exception {
    Journey undisturbed = Journey.begin(folder.resolve("pets"), new Scale(40_000));
    Journey killed = undisturbed.toAnotherPlatform("killed");
    undisturbed.migrate();

    killWhenPagesAreConfirmed(killed, 12);
    killWhenPagesAreConfirmed(killed, 30);
    killed.migrate();

    assertThat(killed.findings(), is(empty()));
    assertThat(killed.platformDigests(), is(undisturbed.platformDigests()));
    assertThat(killed.storeDigests(), is(undisturbed.storeDigests()));
  }

  private static void killWhenPagesAreConfirmed(Journey journey, int pages) throws Exception {
    Process run =
        new JavaProcess(Rehome.class)
            .start(journey.folder(), journey.migration("--maxReadRate=8000"));
    try {
      while (confirmed(journey) < pages && run.isAlive()) {
        Thread.sleep(20);
      }
      assertThat("it was still running", run.isAlive(), is(true));
    } finally {
      run.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    assertThat(confirmed(journey), greaterThan(pages - 1));
  }

  private static int confirmed(Journey journey) throws Exception {
    return Integer.parseInt(Journey.rows(journey.store(), PAGES).get(0));
  }
}
