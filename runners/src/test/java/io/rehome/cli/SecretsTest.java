package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password is nowhere but in its own file. */
final class SecretsTest {
  private static final String CANARY = "canary-7c1f-hunter2";

  @TempDir private Path folder;

  @Test
  void passwordsReachNoOutputNoReportNoLogAndNoStore() throws Exception {
    Journey open = Journey.begin(folder.resolve("pets"), new Scale(1_000));
    TestServers.mariaDb().createRole("canary", CANARY);
    open.source().execute("grant select on " + open.source().name() + ".* to canary");
    Database guarded = open.source().as("canary", CANARY);
    Journey journey =
        new Journey(open.folder(), open.scale(), guarded, open.target(), open.store())
            .toAnotherPlatform("guarded");

    Answer good = journey.migrate("--json");
    Files.writeString(journey.folder().resolve("SOURCE.secret"), CANARY + "-wrong");
    Answer refused = journey.migrate("--restart", "--stacktrace");

    for (Answer answer : List.of(good, refused)) {
      assertThat(answer.out(), not(containsString(CANARY)));
      assertThat(answer.err(), not(containsString(CANARY)));
    }
    assertThat(filesWithCanary(journey), is(empty()));
    assertThat(storeWithCanary(journey), is(empty()));
  }

  private static List<Path> filesWithCanary(Journey journey) throws Exception {
    try (Stream<Path> journeys = Files.walk(journey.folder());
        Stream<Path> here = Files.walk(Path.of(""))) {
      return Stream.concat(journeys, here)
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".secret"))
          .filter(file -> file.toString().matches(".*(log|json|html|csv|yaml|txt)"))
          .filter(SecretsTest::holdsCanary)
          .toList();
    }
  }

  private static boolean holdsCanary(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(CANARY);
    } catch (java.io.IOException e) {
      return false; // gone meanwhile
    }
  }

  private static List<String> storeWithCanary(Journey journey) throws Exception {
    return Journey.rows(
        journey.store(),
        "select 'plan_version' from rehome.plan_version t where t::text like '%"
            + CANARY
            + "%'"
            + " union all select 'run' from rehome.run t where t::text like '%"
            + CANARY
            + "%'");
  }
}
