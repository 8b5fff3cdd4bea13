package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The demo as its user runs it: each command is a process, and they share a directory. */
@TestMethodOrder(OrderAnnotation.class)
final class DemoTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static @TempDir Path home;
  private static Command.End first;

  @BeforeAll
  static void runsTheDemo() throws Exception {
    first = Command.run(home, "demo", "--rows=10000", "--json");
  }

  @Test
  @Order(1)
  void endsAsExpectedAndSaysSoInItsReport() throws Exception {
    assertThat(first.err(), first.exit(), is(0));
    JsonNode report = JSON.readTree(first.out());
    assertThat(report.get("exit").asInt(), is(0));
    assertThat(report.get("balanced").asBoolean(), is(true));
    assertThat(report.get("demo").get("source").asText(), startsWith("jdbc:mariadb://127.0.0.1:"));
    Path reports = home.resolve("reports").resolve(report.get("run").asText());
    assertThat(JSON.readTree(reports.resolve("report.json").toFile()), is(report));
    assertThat(Files.exists(reports.resolve("report.html")), is(true));
    assertThat(Files.exists(reports.resolve("rejected.csv")), is(true));
  }

  @Test
  @Order(2)
  void reportsAsItsSchemaSays() throws Exception {
    String schema = Files.readString(Path.of("../docs/reference/report.schema.json"));

    List<?> errors =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema)
            .validate(first.out(), InputFormat.JSON);

    assertThat(errors, is(empty()));
  }

  @Test
  @Order(3)
  void continuesAndFindsNothingToDo() throws Exception {
    Command.End again = Command.run(home, "demo");

    assertThat(again.err(), again.exit(), is(0));
    assertThat(again.out(), containsString("Nothing was left to do"));
    assertThat(again.out(), containsString("The outcome is the expected one"));
  }

  @Test
  @Order(4)
  void refusesAnotherNumberOfRecordsUnlessReset() throws Exception {
    Command.End other = Command.run(home, "demo", "--rows=20000");

    assertThat(other.exit(), is(1));
    assertThat(other.err(), containsString("the demo has 10,000 records already; --reset"));
    assertThat(other.out(), is(""));
  }

  @Test
  @Order(5)
  void keepsItsServersForOtherCommandsUntilASignalComes() throws Exception {
    Command kept = Command.start(home, "demo", "--keep-running");
    try {
      Path plan = home.resolve(".rehome/demo/plan.yaml");
      String byFile = waitedFor(kept, plan);

      assertThat(byFile, containsString("users/15"));
      assertThat(byFile, containsString("CHECK_FAILED"));
      Command.End ids = Command.run(home, "ids", "pet_breeds", "--plan=demo", "--out=breeds.csv");
      assertThat(ids.err(), ids.exit(), is(0));
      assertThat(
          Files.readString(home.resolve("breeds.csv")), startsWith("source_key,target_key\r\n"));
      Command.End status = Command.run(home, "status", "--plan=demo", "--json");
      assertThat(JSON.readTree(status.out()).get("marketplace").asText(), is("petsandpaws"));
      Command.End none = Command.run(home, "map", "users/none", "--plan=demo");
      assertThat(none.exit(), is(1));
    } finally {
      kept.terminate();
    }
    assertThat(kept.end().exit(), is(0));
  }

  /** What {@code map} says as soon as the kept servers have a current plan. */
  private static String waitedFor(Command kept, Path plan) throws Exception {
    Files.deleteIfExists(plan);
    while (!Files.exists(plan) && kept.process().isAlive()) {
      Thread.sleep(200);
    }
    return Command.run(home, "map", "users/15", "--plan=" + plan).out();
  }
}
