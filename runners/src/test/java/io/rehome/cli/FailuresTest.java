package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

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

/** What the command failures tells of a marketplace whose every record is known. */
final class FailuresTest {
  @TempDir private static Path folder;
  private static Corner corner;

  @BeforeAll
  static void migrate() throws Exception {
    corner = Corner.open(folder);
    corner.migrate();
  }

  private static List<String> lines(String... words) {
    Answer answer = corner.ask(words);
    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    return answer.out().lines().toList();
  }

  @Test
  void saysWhatMendingAKindWouldRelease() {
    assertThat(
        lines("failures", "--group"),
        hasItems(
            "fix users.email TOO_LONG → 2 records and 6 waiting children",
            "fix users.status NOT_LISTED → 1 record and 2 waiting children",
            "12 records rejected."));
  }

  @Test
  void listsRecordsOneByOne() {
    assertThat(
        lines("failures", "--entities=users"),
        contains(
            "record   reason      column  turn    message",
            "users/2  TOO_LONG    email   source  \"b.a.very.long.address@example.org\" is 33"
                + " characters long; the column takes 20",
            "users/3  NOT_LISTED  status  plan    the value \"Q\" is not listed",
            "users/4  TOO_LONG    email   source  \"d.a.very.long.address@example.org\" is 33"
                + " characters long; the column takes 20",
            "3 records rejected."));
    assertThat(
        lines("failures", "--limit=1"),
        hasItems("12 records rejected, 11 of them not listed here (--limit)."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--reason=NOT_LISTED | users/3",
        "--reason=not_listed,too_long --column=email | users/2 users/4",
        "--turn=PLAN | users/3",
        "--stage=MAP | users/3",
        "--entities=favourites | [\"1\",\"20\"] [\"2\",\"30\"]",
        "--entity=pictures --since=1h | 200 210 300",
        "--since=2020-01-01 --turn=TARGET | ''"
      })
  void listsThoseThatAreMeant(String flags, String keys) throws Exception {
    List<String> words = new ArrayList<>(List.of("failures", "--json"));
    words.addAll(List.of(flags.split(" ")));
    JsonNode report = new ObjectMapper().readTree(corner.ask(words.toArray(String[]::new)).out());

    List<String> listed = new ArrayList<>();
    report.get("records").forEach(record -> listed.add(record.get("source_key").asText()));
    assertThat(String.join(" ", listed), is(keys.replace("users/", "")));
    assertThat(report.get("rejected").asInt(), is(listed.size()));
  }

  @Test
  void tellsKindsAsJson() throws Exception {
    JsonNode report =
        new ObjectMapper()
            .readTree(corner.ask("failures", "--json", "--group", "--reason=TOO_LONG").out());
    assertThat(
        report.toString(),
        is(
            "{\"rejected\":2,\"rejections\":[{\"entity\":\"users\",\"stage\":\"CHECK\","
                + "\"reason\":\"TOO_LONG\",\"column\":\"email\",\"turn\":\"SOURCE\",\"count\":2,"
                + "\"waiting_children\":6,\"sample\":[\"2\",\"4\"]}],\"records\":[]}"));
  }

  @Test
  void writesAFileThatIsSafeForSpreadsheets(@TempDir Path other) throws Exception {
    Corner refusing = Corner.open(other);
    refusing.target().execute("alter table listings add check (title <> 'cat')");
    refusing.source().execute("update ads set title = 'cat' where id = 10");
    refusing.source().execute("update members set state = '=' where id = 3");
    refusing.migrate();
    Path file = other.resolve("failures.csv");

    Answer answer = refusing.ask("failures", "--reason=NOT_LISTED,TARGET_REFUSED", "--out=" + file);

    assertThat(answer.out(), is("2 records rejected in " + file + "\n"));
    assertThat(
        Files.readAllLines(file),
        contains(
            is("entity,source_key,stage,reason,column,message,turn"),
            is("users,3,MAP,NOT_LISTED,status,\"the value \"\"=\"\" is not listed\",PLAN"),
            startsWith("listings,10,LOAD,TARGET_REFUSED,")));
    assertThat(Files.exists(Path.of(file + ".unfinished")), is(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--entities=usres | the plan has no entity usres (did you mean users?)",
        "--since=soon | --since: neither a span",
        "--limit=-1 | --limit: a number of records is not negative: -1",
        "--reason=LONG | expected one of"
      })
  void refusesWhatItDoesNotKnow(String flag, String said) {
    Answer answer = corner.ask("failures", flag);
    assertThat(answer.err(), containsString(said));
    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
  }
}
