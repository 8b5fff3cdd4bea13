package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept originals are mapped anew, and the source is not asked: its server is out of reach. */
final class LocalDiffTest {
  private static final String VERSIONS =
      "select md5(string_agg(tableoid || ' ' || ctid || ' ' || xmin, ',' order by tableoid, ctid))"
          + " from rehome.record";

  @TempDir private static Path folder;
  private static Journey moved;

  private Journey journey;

  @BeforeAll
  static void migrate() throws Exception {
    moved = Journey.begin(folder.resolve("pets"), new Scale(1_000));
  }

  @BeforeEach
  void beginWithoutSource() throws Exception {
    journey = moved.toAnotherPlatform(String.valueOf(System.nanoTime()));
    journey.migrate();
    journey.replaceInPlan(
        journey.source().jdbcUrl(), "jdbc:mariadb://127.0.0.1:1/nobody-listens-here");
  }

  @Test
  void underTheSameRulesNothingIsWrittenAnywhere() throws Exception {
    List<String> platform = journey.rowVersions();
    List<String> store = Journey.rows(journey.store(), VERSIONS);

    Answer answer = journey.migrate("--mode=LOCAL_DIFF");

    assertThat(answer.toString(), answer.exit(), is(Exit.OK));
    assertThat(journey.rowVersions(), is(platform));
    assertThat(Journey.rows(journey.store(), VERSIONS), is(store));
    assertThat(
        Journey.rows(
            journey.store(),
            "select entity from rehome.books where run like '%local%' and (loaded > 0 or not balanced)"),
        is(empty()));
    assertThat(
        "read = originals",
        Journey.rows(
            journey.store(), "select sum(read) from rehome.books where run like '%local%'"),
        is(Journey.rows(journey.store(), "select count(*) from rehome.records")));
  }

  @Test
  void aChangedRuleTouchesTheRecordsOfWhichSomethingElseComesAboutAndNoOthers() throws Exception {
    journey.replaceInPlan("species: species\n", "species: trim(lower(species))\n");
    journey.replaceInPlan("sold: sold,", "sold: ended,");
    String sold =
        "select count(*) from rehome.records where entity = 'listings'"
            + " and outcome = 'LOADED' and source like '%\"state\":\"sold\"%'";
    String touched = Journey.rows(journey.store(), sold).get(0);

    Answer answer = journey.migrate("--mode=LOCAL_DIFF");

    assertThat(answer.toString(), answer.exit(), is(Exit.OK));
    assertThat(book("listings", "loaded"), is(touched));
    assertThat(
        Journey.rows(journey.target(), "select count(*) from listings where status = 'sold'"),
        is(List.of("0")));
    assertThat(
        "the touched ones show the new version, the others the old",
        Journey.rows(
            journey.store(),
            "select plan_version || ' ' || bool_and(source like '%\"state\":\"sold\"%')"
                + " || ' ' || bool_or(source like '%\"state\":\"sold\"%') from rehome.records"
                + " where entity = 'listings' and outcome = 'LOADED'"
                + " group by plan_version order by 1"),
        is(List.of("1 false false", "2 true true")));
  }

  @Test
  void aPreviewListsWhatTheRunThenTouchesAndWritesNothing() throws Exception {
    List<String> store = Journey.rows(journey.store(), VERSIONS);
    List<String> runs = Journey.rows(journey.store(), "select run from rehome.runs");
    journey.replaceInPlan("sold: sold,", "sold: ended,");
    String check = "      - { field: email, is: email }\n";
    journey.replaceInPlan(check, check + "      - { that: \"status != 'closed'\" }\n");

    Answer preview = journey.migrate("--mode=LOCAL_DIFF", "--preview", "--json");

    assertThat(preview.toString(), preview.exit(), is(Exit.OK));
    JsonNode seen = new ObjectMapper().readTree(preview.out());
    JsonNode listings = entity(seen, "listings");
    JsonNode users = entity(seen, "users");
    assertThat(listings.at("/fields/0/field").asText(), is("status"));
    assertThat(listings.at("/fields/0/samples/0/before").asText(), is("sold"));
    assertThat(listings.at("/fields/0/samples/0/after").asText(), is("ended"));
    assertThat(listings.at("/fields/0/count"), is(listings.at("/changed")));
    assertThat(users.at("/rejections/0/reason").asText(), is("CHECK_FAILED"));
    assertThat(
        users.findValues("count").stream().mapToInt(JsonNode::asInt).sum(),
        is(users.at("/rejected").asInt()));
    assertThat(Journey.rows(journey.store(), VERSIONS), is(store));
    assertThat(Journey.rows(journey.store(), "select run from rehome.runs"), is(runs));
    Path folder = journey.reports().resolve(seen.at("/run").asText());
    assertThat(Files.readString(folder.resolve("report.json")).strip(), is(preview.out().strip()));
    assertThat(Files.readString(folder.resolve("report.html")), containsString("New rejections"));

    journey.migrate("--mode=LOCAL_DIFF");

    assertThat(book("listings", "loaded"), is(listings.at("/changed").asText()));
    assertThat(
        Journey.rows(
            journey.store(),
            "select count(*) from rehome.rejections"
                + " where entity = 'users' and run like '%local%'"),
        is(List.of(users.at("/rejected").asText())));
  }

  private static JsonNode entity(JsonNode preview, String name) {
    for (JsonNode entity : preview.at("/entities")) {
      if (entity.at("/entity").asText().equals(name)) {
        return entity;
      }
    }
    throw new AssertionError("no " + name);
  }

  @Test
  void whatIsGoodNowIsLoadedAndItsChildrenFollow() throws Exception {
    assertThat(outcome("users", "9"), is("REJECTED")); // its state is not listed
    String orphans =
        "select count(*) from rehome.rejections where entity = 'listings'"
            + " and source like '%\"member_id\":9,%'";
    assertThat(Journey.rows(journey.store(), orphans), is(List.of("1")));
    journey.replaceInPlan("P: pending }", "P: pending, Q: pending }");

    Answer answer = journey.migrate("--mode=LOCAL_DIFF");

    assertThat(outcome("users", "9"), is("LOADED"));
    assertThat(answer.toString(), Journey.rows(journey.store(), orphans), is(List.of("0")));
  }

  @Test
  void aRecordThatTheRulesNowRejectStaysAsItWasConfirmed() throws Exception {
    String check = "      - { field: email, is: email }\n";
    journey.replaceInPlan(check, check + "      - { that: \"status != 'closed'\" }\n");
    String closed = "select count(*) from users where status = 'closed'";
    assertThat(Journey.rows(journey.target(), closed), is(not(List.of("0"))));
    String rejected =
        "select count(*), count(confirmed_document) from rehome.rejections"
            + " where entity = 'users' and reason = 'CHECK_FAILED' and confirmed_document is not null";

    Answer answer = journey.migrate("--mode=LOCAL_DIFF");

    assertThat(answer.toString(), answer.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(Journey.rows(journey.store(), rejected), is(Journey.rows(journey.target(), closed)));
    Answer again = journey.migrate("--mode=LOCAL_DIFF");
    assertThat("they were rejected by the run before", again.exit(), is(Exit.OK));
  }

  @Test
  void anEntityThatWasNeverReadIsRefused() throws Exception {
    Files.writeString(
        journey.plan(),
        Files.readString(journey.plan())
            .replace("  vouchers:\n    from: vouchers", "  coupons:\n    from: vouchers"));

    Answer answer = journey.migrate("--mode=LOCAL_DIFF");

    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
    assertThat(answer.err(), containsString("the store kept nothing of coupons yet: run NORMAL"));
  }

  private String book(String entity, String column) throws SQLException {
    return Journey.rows(
            journey.store(),
            "select %s from rehome.books where run like '%%local%%' and entity = '%s'"
                .formatted(column, entity))
        .get(0);
  }

  private String outcome(String entity, String key) throws SQLException {
    return Journey.rows(
            journey.store(),
            "select outcome from rehome.records where entity = '%s' and source_key = '%s'"
                .formatted(entity, key))
        .get(0);
  }
}
