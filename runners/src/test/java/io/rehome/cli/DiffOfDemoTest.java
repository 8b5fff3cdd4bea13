package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DIFF of the whole demo: cycles, composite keys, rejections and all. */
final class DiffOfDemoTest {
  private static final String BOOKS =
      """
      select entity || ' ' || concat_ws(' ', read, unchanged, loaded + rejected + skipped + merged
                                                    + gone + pending, balanced)
        from rehome.books
       where run = (select run from rehome.runs order by started desc limit 1)
      """;

  @TempDir private Path folder;

  @Test
  void findsNothingAndWritesNothingAfterNormal() throws Exception {
    Journey journey = Journey.begin(folder.resolve("pets"), Scale.SMALL);
    journey.migrate();
    List<String> rows = journey.rowVersions();
    List<String> records = journey.storeDigests();

    Answer answer = journey.migrate("--mode=DIFF");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(
        Journey.rows(journey.store(), BOOKS), everyItem(matchesRegex("\\w+ (\\d+) \\1 0 t(rue)?")));
    assertThat(journey.rowVersions(), is(rows));
    assertThat(journey.storeDigests(), is(records));
  }

  @Test
  void ofNothingBringsAllThatNormalWouldHave() throws Exception {
    Journey normal = Journey.begin(folder.resolve("pets"), new Scale(1_000));
    Journey diff = normal.toAnotherPlatform("diff");
    normal.migrate();

    diff.migrate("--mode=DIFF");
    diff.migrate("--mode=DIFF");

    assertThat(diff.findingsOfTarget(), is(empty()));
    assertThat(diff.platformDigests(), is(normal.platformDigests()));
  }
}
