package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that keeps fingerprints in place of originals: every other promise holds all the same.
 */
final class KeepFingerprintsTest {
  private static final Scale SCALE = new Scale(2_000);

  /** The rows of page_views have no key: their content is all that tells them. */
  private static final String ORIGINALS =
      "select distinct entity from rehome.records"
          + " where outcome in ('LOADED', 'SKIPPED') and source is not null";

  @TempDir private Path folder;

  private Journey journey() throws Exception {
    Journey journey = Journey.begin(folder.resolve("journey"), SCALE);
    journey.replaceInPlan("store:\n", "store:\n  keep: fingerprints\n");
    return journey;
  }

  @Test
  void theOriginalsOfWhatIsRejectedAreKeptAndNoOthers() throws Exception {
    Journey journey = journey();
    Journey whole = journey.toAnotherPlatform("whole");

    assertThat(journey.migrate().exit(), is(Exit.NOT_ACCEPTED));
    whole.migrate();

    assertThat(journey.findings(), is(empty()));
    assertThat(journey.platformDigests(), is(whole.platformDigests()));
    assertThat(Journey.rows(journey.store(), ORIGINALS), is(List.of("page_views")));
    String rejected =
        "select entity || source_key || source from rehome.records where outcome = 'REJECTED'"
            + " order by entity, source_key";
    assertThat(Journey.rows(journey.store(), rejected), is(not(empty())));
    assertThat(Journey.rows(journey.store(), rejected), is(Journey.rows(whole.store(), rejected)));
  }

  @Test
  void everyModeThatReadsTheSourceDoesWhatItDoesWithOriginals() throws Exception {
    Journey journey = journey();
    Journey whole = journey.toAnotherPlatform("whole");
    for (Journey one : List.of(journey, whole)) {
      one.migrate();
    }
    journey.inSource(
        "update messages set body = concat(body, '!') where message_id % 3 = 0",
        "update members set deleted = 1 where member_id % 50 = 0",
        "delete from favourites where member_id % 20 = 0",
        "update breeds set species = 'cat' where breed_code = 'TABBY'",
        "update members set created = '2020-01-01' where created = 0");
    for (Journey one : List.of(journey, whole)) {
      one.migrate("--mode=DIFF", "--max-deletes=100%");
      one.inTarget("delete from messages where message_id % 7 = 0");
      one.migrate("--mode=FIND_MISSING");
      one.migrate("--mode=RETRY_FAILED");
    }

    assertThat(journey.platformDigests(), is(whole.platformDigests()));
    assertThat(outcomes(journey), is(outcomes(whole)));
    assertThat(Journey.rows(journey.store(), ORIGINALS), is(List.of("page_views")));
    assertThat(
        Journey.rows(journey.store(), "select entity from rehome.books where not balanced"),
        is(empty()));
    Answer verified = Answer.to("verify", "--plan=" + journey.plan());
    assertThat(verified.err() + verified.out(), verified.exit(), is(Exit.OK));
    List<String> before = journey.rowVersions();
    assertThat(journey.migrate("--mode=DIFF").exit(), is(Exit.OK));
    assertThat(journey.rowVersions(), is(before));
  }

  private static List<String> outcomes(Journey journey) throws Exception {
    return Journey.rows(
        journey.store(),
        "select concat_ws(' ', entity, outcome, reason, count(*)) from rehome.records"
            + " group by entity, outcome, reason order by 1");
  }

  @Test
  void whatNeedsOriginalsIsRefusedAndTheRestSaysWhatIsThere() throws Exception {
    Journey journey = journey();
    journey.migrate();

    for (List<String> flags :
        List.of(
            List.of("--mode=LOCAL_DIFF"),
            List.of("--mode=LOCAL_DIFF", "--preview"),
            List.of("--mode=RETRY_FAILED", "--from=store"))) {
      Answer answer = journey.migrate(flags.toArray(String[]::new));
      assertThat(answer.exit(), is(Exit.PLAN_WRONG));
      assertThat(answer.err(), containsString("keep: fingerprints"));
    }
    journey.replaceInPlan("lower(trim(email_addr))", "upper(trim(email_addr))");
    assertThat(Answer.to("status", "--plan=" + journey.plan()).out(), containsString("--restart"));
    Answer why = Answer.to("why", "pet_breeds/" + aBreed(journey), "--plan=" + journey.plan());
    assertThat(why.err(), why.exit(), is(Exit.OK));
    assertThat(why.out(), containsString("not kept"));
  }

  private static String aBreed(Journey journey) throws Exception {
    return Journey.rows(
            journey.store(),
            "select source_key from rehome.records where entity = 'pet_breeds'"
                + " and outcome = 'LOADED' order by 1 limit 1")
        .get(0);
  }

  @Test
  void restartBringsTheStoreInLineWithThePlan() throws Exception {
    Journey journey = journey();
    journey.migrate();
    List<String> before = journey.rowVersions();

    journey.replaceInPlan("keep: fingerprints", "keep: full");
    journey.migrate("--restart");
    assertThat(journey.rowVersions(), is(before));
    assertThat(
        Journey.rows(
            journey.store(), "select entity from rehome.records where source is null limit 5"),
        is(empty()));
    assertThat(journey.migrate("--mode=LOCAL_DIFF").exit(), is(Exit.OK));
    assertThat(journey.rowVersions(), is(before));

    journey.replaceInPlan("keep: full", "keep: fingerprints");
    journey.migrate("--restart");
    assertThat(Journey.rows(journey.store(), ORIGINALS), is(List.of("page_views")));
    assertThat(journey.rowVersions(), is(before));
  }

  @Test
  void whatTheTargetRefusesIsKeptWhole() throws Exception {
    Crossing crossing = crossing();
    crossing.target().execute("insert into pets values (2, null, 'a stranger', null)");

    crossing.migrate();

    assertThat(
        crossing.outcomes("pets"),
        is(List.of("1 LOADED", "2 REJECTED TARGET_KEY_TAKEN", "3 LOADED", "4 LOADED")));
    assertThat(
        originals(crossing), is(List.of("{\"id\":2,\"mother\":1,\"breed\":2,\"name\":\"rex\"}")));
    crossing.target().execute("delete from pets");
    crossing.migrate("--mode=FIND_MISSING");
    crossing.migrate("--mode=RETRY_FAILED");
    assertThat(
        crossing.outcomes("pets"), is(List.of("1 LOADED", "2 LOADED", "3 LOADED", "4 LOADED")));
    assertThat(originals(crossing), is(empty()));
  }

  @Test
  void aLookupThatChangedSendsThoseWhoAskItIntoDiff() throws Exception {
    Crossing crossing = crossing();
    crossing.migrate();

    crossing.source().execute("update breed set name = 'ginger' where breed_id = 1");
    Answer answer = crossing.migrate("--mode=DIFF");

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(crossing.books(), is(List.of("pets read 4 loaded 2 unchanged 2")));
    assertThat(
        Journey.rows(crossing.target(), "select id || breed from pets order by 1"),
        is(List.of("1ginger", "2poodle", "3ginger", "4poodle")));
    crossing.migrate("--mode=DIFF");
    assertThat(crossing.books(), is(List.of("pets read 4 unchanged 4")));
  }

  private static List<String> originals(Crossing crossing) throws Exception {
    return Journey.rows(
        crossing.store(), "select source from rehome.records where source is not null");
  }

  /** Pets with a mother, so that they wait for each other. */
  private Crossing crossing() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table breed (breed_id int primary key, name varchar(20))",
        "create table pets (id int primary key, mother int, breed int, name varchar(20))",
        "insert into breed values (1, 'tabby'), (2, 'poodle')",
        "insert into pets values (1, 3, 1, 'tom'), (2, 1, 2, 'rex'), (3, 3, 1, 'kit'),"
            + " (4, null, 2, 'fay')");
    Crossing crossing = Crossing.from(folder, source);
    crossing
        .target()
        .execute(
            "create table pets (id int primary key, mother int references pets, name text, breed text)");
    crossing.plan(
        """
        lookups:
          breeds: { table: breed, key: breed_id }
        entities:
          pets:
            from: pets
            to: pets
            id: keep
            fields:
              mother: { ref: pets, from: mother }
              breed: "lookup('breeds', breed).name"
              name: name
        """);
    String plan = Files.readString(crossing.planFile());
    Files.writeString(
        crossing.planFile(), plan.replace("store: { ", "store: { keep: fingerprints, "));
    return crossing;
  }
}
