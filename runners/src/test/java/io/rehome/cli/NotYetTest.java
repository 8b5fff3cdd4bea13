package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.rehome.pipelines.Exit;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NotYetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze --plan=none.yaml",
        "cutover --check",
        "serve --port=8080",
        "store purge --plan=none.yaml",
        "store erase users/17 --plan=none.yaml"
      })
  void saysSoAndDoesNothing(String line) {
    Answer answer = Answer.to(line.split(" "));

    assertThat(answer.err(), startsWith("not yet: "));
    assertThat(answer.out(), is(""));
    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sample=1%", "--dry-run", "--rehearse"})
  void isSaidOfWaysToMigrateToo(String flag) {
    Answer answer = Answer.to("migrate", "--plan=none.yaml", flag);

    assertThat(answer.err(), startsWith("not yet: " + flag.replace("=1%", "")));
    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
  }

  @Test
  void leavesNoFileBehind(@TempDir Path dir) {
    Path reports = dir.resolve("reports");

    Answer answer = Answer.to("migrate", "--plan=none.yaml", "--dry-run", "--reports=" + reports);

    assertThat(answer.err(), containsString("not yet"));
    assertThat(Files.exists(reports), is(false));
  }
}
