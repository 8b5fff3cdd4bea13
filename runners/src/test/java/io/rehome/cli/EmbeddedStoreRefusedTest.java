package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store of the working directory listens on this machine only. */
final class EmbeddedStoreRefusedTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "verify"})
  void whereWorkersAreElsewhere(String command) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "");
    Path plan =
        Files.writeString(
            folder.resolve("plan.yaml"),
            """
            marketplace: paws
            source: { jdbc: 'jdbc:mariadb://127.0.0.1:1/a', user: a, password: '${file:%1$s}' }
            target: { jdbc: 'jdbc:postgresql://127.0.0.1:1/a', user: a, password: '${file:%1$s}' }
            entities:
              users: { from: members, to: users, id: keep, fields: { email: email } }
            """
                .formatted(secret));

    Answer answer =
        Answer.to(
            command, "--plan=" + plan, "--runner=FlinkRunner", "--flinkMaster=flink.internal:8081");

    assertThat(answer.exit(), is(Exit.PLAN_WRONG));
    assertThat(
        answer.err(),
        containsString(
            "the workers of --flinkMaster cannot reach an embedded store: name one under store:"));
  }
}
