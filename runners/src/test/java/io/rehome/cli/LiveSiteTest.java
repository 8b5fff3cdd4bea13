package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A marketplace that is moved while its visitors go on writing. */
final class LiveSiteTest {
  private static final int PASSES = 5;

  @TempDir private Path folder;

  @Test
  void endsAsASiteThatStoodStillWould() throws Exception {
    Journey journey = Journey.begin(folder.resolve("pets"), new Scale(4_000));
    try (Visitors visitors = Visitors.come(journey.source(), 500, 7)) {
      journey.migrate();
      journey.migrate("--mode=DIFF");
      assertThat("changes while it was moved", visitors.changes(), is(greaterThan(500)));
    }

    assertThat("passes until nothing differs any more", passesUntilQuiet(journey), is(1));

    Journey undisturbed = journey.toAnotherPlatform("undisturbed");
    undisturbed.migrate();
    assertThat(journey.platformDigests(), is(undisturbed.platformDigests()));
    Answer verified =
        Answer.to("verify", "--plan=" + journey.plan(), "--reports=" + journey.reports());
    assertThat(verified.toString(), verified.exit(), is(Exit.OK));
  }

  /** The passes of DIFF that loaded anything; the one after them loads nothing. */
  private static int passesUntilQuiet(Journey journey) throws Exception {
    for (int pass = 0; pass < PASSES; pass++) {
      journey.migrate("--mode=DIFF");
      if (loaded(journey) == 0) {
        return pass;
      }
    }
    throw new AssertionError("still loading after " + PASSES + " passes");
  }

  private static long loaded(Journey journey) throws Exception {
    return Long.parseLong(
        Journey.rows(
                journey.store(),
                "select sum(loaded) from rehome.books where run ="
                    + " (select run from rehome.runs order by started desc limit 1)")
            .get(0));
  }
}
