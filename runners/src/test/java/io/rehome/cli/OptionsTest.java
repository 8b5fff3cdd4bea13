package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {

  @Test
  void tellsAllProblemsAtOnce() {
    Answer answer =
        Answer.to(
            "migrate",
            "--max-rejected=lots",
            "--outage-budget=10",
            "--maxReadRate=-1",
            "--maxSourceConnections=1",
            "--paralelism=2",
            "--targetParallelism=two",
            "--keys=17",
            "stray");

    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
    assertThat(answer.out(), is(""));
    assertThat(answer.err(), containsString("Missing required option: '--plan=FILE'"));
    assertThat(answer.err(), containsString("neither a number of records nor a share"));
    assertThat(answer.err(), containsString("not a length of time (30s, 10m, 2h): 10"));
    assertThat(
        answer.err(),
        containsString("--maxSourceConnections: at least 2 (one reads, one asks): 1"));
    assertThat(answer.err(), containsString("--maxReadRate: a number of rows is not negative: -1"));
    assertThat(
        answer.err(), containsString("unknown flag --paralelism (did you mean --parallelism?)"));
    assertThat(answer.err(), containsString("--targetParallelism: "));
    assertThat(answer.err(), containsString("--keys: say of which entity"));
    assertThat(answer.err(), containsString("unexpected argument: stray"));
    assertThat(answer.err(), containsString("See: rehome migrate --help"));
  }

  @ParameterizedTest
  @CsvSource({
    "migrate --plann=a, unknown flag --plann (did you mean --plan?)",
    "migrate --maxrejected=3 --plan=a, unknown flag --maxrejected (did you mean --max-rejected?)",
    "migrate --mode=NORMEL --plan=a, expected one of [NORMAL",
    "migrate --runner=SparkRunner --plan=a, SparkRunner",
    "status --jsn --plan=a, unknown flag --jsn (did you mean --json?)",
    "map users --plan=a, a record is named ENTITY/KEY",
    "migrat, unknown command: migrat (did you mean migrate?)",
    "store inti, unknown command: inti (did you mean init?)",
    "store, missing command: init",
    "demo --rows=-1, --rows: a number of records is not negative: -1"
  })
  void namesTheProblemAndTheLikelyFix(String line, String said) {
    Answer answer = Answer.to(line.split(" "));

    assertThat(answer.err(), containsString(said));
    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
  }

  @Test
  void refusesReportsWhereNoFolderCanBeMade(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("taken"), "a file");

    Answer answer = Answer.to("migrate", "--plan=a", "--reports=" + file.resolve("reports"));

    assertThat(answer.err(), containsString("--reports: no folder can be made there"));
    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
  }

  @Test
  void withoutCommandListsThem() {
    Answer answer = Answer.to();

    assertThat(answer.err(), containsString("missing command: demo, migrate, verify, map"));
    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "--help", "-h"})
  void answersOnStandardOutput(String flag) {
    Answer answer = Answer.to(flag);

    assertThat(answer.out(), containsString("rehome"));
    assertThat(answer.err(), is(""));
    assertThat(answer.exit(), is(Exit.OK));
  }
}
