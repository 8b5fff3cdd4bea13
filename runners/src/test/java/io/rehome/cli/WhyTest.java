package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rehome.pipelines.Exit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record's whole story, of a marketplace whose every record is known. */
final class WhyTest {
  @TempDir private static Path folder;
  private static Corner corner;

  @BeforeAll
  static void migrate() throws Exception {
    corner = Corner.open(folder);
    corner.target().execute("alter table listings add constraint no_cats check (title <> 'cat')");
    corner.migrate();
  }

  /** What it tells, times and runs aside. */
  private static String told(String name) {
    Answer answer = corner.ask("why", name);
    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    return answer
        .out()
        .replaceAll("\\d+ \\w{3} 20\\d\\d, [\\d:]{8} UTC", "TIME")
        .replaceAll("corner-\\d+-\\d+-normal-\\w+", "RUN");
  }

  private static JsonNode json(String name) throws Exception {
    return new ObjectMapper().readTree(corner.ask("why", name, "--json").out());
  }

  @Test
  void tellsARejectedRecordsStoryOnOneScreen() {
    assertThat(
        told("users/3"),
        is(
            """
            users/3  REJECTED, the turn of the plan
            not in the target

            Source row
              id     3         int(11)
              email  cy@a.org  varchar(80)
              state  Q         char(1)
              born   NULL      date

            Fields, by plan version 1
              field  the rules give  rule
              email  cy@a.org        lower(email)

            Attempts
              1  REJECTED  TIME  RUN  plan 1  NOT_LISTED (map) status: the value "Q" is not listed

            Waiting for it
              1  listings    30
              1  pictures    300
              1  favourites  ["2","30"]

            Key range 1 (finished): from the beginning to the end
            Now: ✗ It would be rejected: NOT_LISTED (map) status: the value "Q" is not listed
            """));
  }

  @Test
  void tellsTheTargetsAnswerAndTheDocumentThatItRefused() throws Exception {
    JsonNode attempt = json("listings/10").get("attempts").get(0);

    assertThat(attempt.get("outcome").asText(), is("REJECTED"));
    assertThat(attempt.get("stage").asText(), is("LOAD"));
    assertThat(attempt.get("reason").asText(), is("TARGET_REFUSED"));
    assertThat(attempt.get("turn").asText(), is("TARGET"));
    assertThat(attempt.get("message").asText(), containsString("no_cats"));
    assertThat(
        attempt.get("document").get(2).toString(),
        is("{\"column\":\"title\",\"type\":\"character varying(40)\",\"value\":\"cat\"}"));
  }

  @Test
  void tellsParentsOfACompositeKey() {
    assertThat(
        told("favourites/[\"2\",\"30\"]"),
        containsString(
            """
            Parents
              user_id     users/2      not loaded
              listing_id  listings/30  not loaded
            """));
  }

  @Test
  void tellsBothVersionsOfALoadedRecordWhoseNewerOneIsRejected() throws Exception {
    corner.source().execute("update members set email = 'eve@much.longer.org.uk' where id = 5");
    corner.migrate("--entities=users", "--keys=5");
    corner.ask("correct", "users/5", "--set=email=eve@b.org", "--note=she moved", "--by=tom");

    assertThat(
        told("users/5"),
        containsString(
            """
            Fields, by plan version 1
              field   in the target  the rules give  rule
              id      5
              email   eve@a.org      eve@b.org       correction
              status  closed         closed          state (X becomes closed)
              born    NULL           NULL            born

            Attempts
              1  LOADED    TIME  RUN  plan 1  as 5
              2  REJECTED  TIME  RUN  plan 1  TOO_LONG (check) email: "eve@much.longer.org.uk" is 22\
             characters long; the column takes 20

            Corrections
              email  eve@b.org  not applied yet  tom  TIME  she moved
            """));
    JsonNode story = json("users/5");
    assertThat(story.get("outcome").asText(), is("REJECTED"));
    assertThat(story.get("target_key").asText(), is("5"));
    assertThat(story.get("confirmed").get(1).get("value").asText(), is("eve@a.org"));
    assertThat(story.get("source").get(1).get("value").asText(), is("eve@much.longer.org.uk"));
    assertThat(story.get("attempts").get(1).get("target_key").isNull(), is(true));
    assertThat(story.get("now").get("outcome").asText(), is("PENDING"));
  }

  @Test
  void saysWhichPlanMadeTheDocumentAndWhichIsTodays(@TempDir Path other) throws Exception {
    Corner changing = Corner.open(other);
    changing.migrate();
    changing.writePlan("{ A: active, X: closed, Q: active }");

    assertThat(
        changing.ask("why", "users/3").out(),
        containsString(
            "Fields: the latest attempt by plan version 1, rules by today's (not run yet)"));
  }

  @Test
  void needsOnlyTheStore() throws Exception {
    Path alone = folder.resolve("alone.yaml");
    String plan = Files.readString(corner.plan());
    Files.writeString(
        alone, plan.replace(corner.source().jdbcUrl(), "jdbc:mariadb://127.0.0.1:9/x"));

    Answer answer = Answer.to("why", "users/1", "--plan=" + alone);

    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    assertThat(answer.out(), containsString("email  ann@a.org"));
    assertThat(answer.out(), containsString("neither types nor rules are shown"));
    assertThat(answer.out(), not(containsString("varchar")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users/99 | the store has no record users/99",
        "usres/1 | the plan has no entity usres (did you mean users?)",
        "favourites/1 | the store has no record favourites/1",
        "users | a record is named ENTITY/KEY"
      })
  void saysWhatItDoesNotKnow(String name, String said) {
    Answer answer = corner.ask("why", name);
    assertThat(answer.err(), containsString(said));
    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
  }

  @Test
  void writesNothing() throws Exception {
    List<String> before = everything();
    told("users/2");
    assertThat(everything(), is(before));
  }

  private static List<String> everything() throws Exception {
    List<String> all = new ArrayList<>();
    for (String table : List.of("record", "page", "attempt", "correction", "run", "lookup")) {
      all.addAll(
          Journey.rows(
              corner.store(),
              "select md5(string_agg(t::text, '' order by t::text)) from rehome.%s t"
                  .formatted(table)));
    }
    return all;
  }
}
