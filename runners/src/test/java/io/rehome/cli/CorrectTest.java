package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator corrects of one record, and what the next run makes of it. */
final class CorrectTest {
  @TempDir private static Path folder;
  private static Corner corner;

  @BeforeAll
  static void migrate() throws Exception {
    corner = Corner.open(folder);
    corner.migrate();
  }

  @BeforeEach
  void forget() {
    corner.store().execute("truncate rehome.correction");
  }

  private static List<String> made() throws Exception {
    return Journey.rows(
        corner.store(),
        """
        select concat_ws(' ', source_key, field || '=' || coalesce(value, 'NULL'), made_by, note,
                         'undone by ' || undone_by)
          from rehome.corrections order by made_at, field
        """);
  }

  @Test
  void theNextAttemptAppliesItAndChildrenFollow() throws Exception {
    Answer kept =
        corner.ask(
            "correct", "users/2", "--set", "email=bo@a.org", "--note=as she wrote", "--by=eva");
    assertThat(kept.err() + kept.out(), kept.exit(), is(Exit.OK));
    assertThat(kept.out(), containsString("email  bo@a.org  not applied yet  eva"));

    Answer mapped = corner.ask("map", "users/2");
    assertThat(mapped.out(), containsString("email   bo@a.org  correction"));

    Answer run = corner.migrate("--entities=users", "--keys=2", "--json");
    assertThat(
        Journey.rows(corner.target(), "select users::text from users where id = 2"),
        contains("(2,bo@a.org,active,)"));
    assertThat(
        Journey.rows(corner.target(), "select favourites::text from favourites where user_id = 1"),
        containsInAnyOrder("(1,10)", "(1,20)"));
    assertThat(
        run.out().replaceAll("\\s+", ""),
        containsString("{\"field\":\"email\",\"rule\":\"correction\",\"used\":1}"));
    assertThat(
        corner.ask("correct", "users/2").out(), containsString("email  bo@a.org  applied  eva"));
  }

  @Test
  void aCorrectionHealsAFieldWhoseRuleRejectsAndTakesNull() throws Exception {
    corner.ask("correct", "users/3", "--set=status=closed", "--set=born=", "--note=gone", "--by=x");
    assertThat(made(), contains("3 born=NULL x gone", "3 status=closed x gone"));
    corner.migrate("--entities=users", "--keys=3");
    assertThat(
        Journey.rows(corner.target(), "select users::text from users where id = 3"),
        contains("(3,cy@a.org,closed,)"));
  }

  @Test
  void localDiffBringsALoadedRecordToItsCorrectionAndBack() throws Exception {
    String row = "select users::text from users where id = 1";
    corner.ask("correct", "users/1", "--set=email=an@a.org", "--note=n", "--by=eva");
    corner.migrate("--mode=LOCAL_DIFF");
    assertThat(Journey.rows(corner.target(), row), contains("(1,an@a.org,active,1990-02-03)"));
    assertThat(corner.ask("correct", "users/1").out(), containsString("applied  eva"));

    corner.ask("correct", "users/1", "--undo", "--by=tom");
    assertThat(
        corner.ask("correct", "users/1").out(),
        containsString("undone by tom, still in the document"));
    corner.migrate("--mode=LOCAL_DIFF");
    assertThat(Journey.rows(corner.target(), row), contains("(1,ann@a.org,active,1990-02-03)"));
    assertThat(corner.ask("correct", "users/1").out(), containsString("undone by tom  eva"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users/1 | emial=x | users fills no field emial (did you mean email? it fills",
        "users/1 | id=7 | users.id: a part of the target key",
        "users/1 | email= | users.email: NULL:",
        "users/1 | born=soon | users.born: BAD_VALUE:",
        "users/1 | email=longer.than.it.may@be.org | users.email: TOO_LONG:",
        "users/9 | email=x | the store has no record users/9",
        "user/1 | email=x | the plan has no entity user (did you mean users?)",
        "users/1 | email | --set: FIELD=VALUE is wanted: email"
      })
  void refusesWhatDoesNotFit(String name, String set, String said) throws Exception {
    Answer answer = corner.ask("correct", name, "--set", set, "--note=n");

    assertThat(answer.err(), containsString(said));
    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
    assertThat(made(), is(empty()));
  }

  @Test
  void tellsAllProblemsAtOnceAndKeepsNone() throws Exception {
    Answer answer =
        corner.ask(
            "correct", "users/1", "--set=emial=x", "--set=born=soon", "--set=status=A", "--note=n");

    assertThat(answer.err(), containsString("emial"));
    assertThat(answer.err(), containsString("users.born: BAD_VALUE"));
    assertThat(made(), is(empty()));
  }

  @Test
  void wantsToKnowWhy() {
    Answer answer = corner.ask("correct", "users/1", "--set=email=x@y.org");
    assertThat(answer.err(), containsString("--note: say why"));
    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
  }

  @Test
  void undoKeepsTheHistory() throws Exception {
    corner.ask(
        "correct",
        "users/5",
        "--set=email=e@a.org",
        "--set=born=2000-01-01",
        "--note=n",
        "--by=eva");

    assertThat(
        corner.ask("correct", "users/5", "--undo", "--set=born", "--by=tom").exit(), is(Exit.OK));
    assertThat(made(), contains("5 born=2000-01-01 eva n undone by tom", "5 email=e@a.org eva n"));
    assertThat(
        corner.ask("correct", "users/5", "--undo", "--by=tom").out(),
        containsString("undone by tom"));
    assertThat(
        corner.ask("correct", "users/5", "--undo").err(),
        containsString("no such correction is in force"));
  }

  @Test
  void listsAsJson() {
    corner.ask("correct", "favourites/[\"1\",\"10\"]", "--set=user_id=1", "--note=n");
    Answer nothing = corner.ask("correct", "favourites/[\"1\",\"10\"]", "--json");
    assertThat(
        nothing.out().replaceAll("\\s+", ""),
        is("{\"entity\":\"favourites\",\"key\":\"[\\\"1\\\",\\\"10\\\"]\",\"corrections\":[]}"));
  }
}
