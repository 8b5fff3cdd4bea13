package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the target should hold and does not is loaded, and nothing else is touched. */
final class FindMissingTest {
  @TempDir private Path folder;

  @Test
  void restoresExactlyWhatSomebodyDeleted() throws Exception {
    Journey journey = Journey.begin(folder.resolve("pets"), new Scale(1_000));
    journey.migrate();
    List<String> before = journey.platformDigests();
    journey.inTarget(
        "delete from messages where message_id in (select message_id from messages limit 7)",
        "delete from favourites where user_id = (select min(user_id::text)::uuid from favourites)",
        "delete from page_views where view_id = (select min(view_id::text)::uuid from page_views)",
        "insert into pet_breeds values ('ghost', 'Ghost', 'dog')");
    List<String> ghosts = List.of("ghost");

    Answer answer = journey.migrate("--mode=FIND_MISSING", "--json");

    assertThat(answer.toString(), answer.exit(), is(Exit.OK));
    assertThat(answer.out(), containsString("\"unexpected\" : 1"));
    assertThat(answer.out(), containsString("\"target_key\" : \"ghost\""));
    assertThat(
        Journey.rows(journey.target(), "select breed_id from pet_breeds where name = 'Ghost'"),
        is(ghosts));
    journey.inTarget("delete from pet_breeds where breed_id = 'ghost'");
    assertThat(journey.platformDigests(), is(before));
    assertThat(
        Journey.rows(
            journey.store(),
            "select entity from rehome.books where not balanced or read <> loaded + unchanged"
                + " + rejected + skipped and run like '%find-missing%'"),
        is(empty()));
    assertThat(
        Journey.rows(
            journey.store(),
            "select loaded from rehome.books where run like '%find-missing%' and entity = 'messages'"),
        is(List.of("7")));
  }

  @Test
  void completesAHalf() throws Exception {
    Journey half = Journey.begin(folder.resolve("half"), new Scale(1_000));
    Journey whole = half.toAnotherPlatform("whole");
    whole.migrate();

    half.migrate("--entities=users,pet_breeds,categories");
    half.migrate("--mode=FIND_MISSING");

    assertThat(half.platformDigests(), is(whole.platformDigests()));
    assertThat(half.storeDigests(), is(whole.storeDigests()));
  }

  @Test
  void findsNothingWhereNothingIsMissing() throws Exception {
    Journey journey = Journey.begin(folder.resolve("pets"), new Scale(1_000));
    journey.migrate();
    List<String> versions = journey.rowVersions();
    List<String> store = journey.storeDigests();

    Answer answer = journey.migrate("--mode=FIND_MISSING");

    assertThat(answer.toString(), answer.exit(), is(Exit.OK));
    assertThat(journey.rowVersions(), is(versions));
    assertThat(journey.storeDigests(), is(store));
  }
}
