package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rehome.pipelines.Exit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What status says as a migration goes on, and the next sensible command. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class StatusTest {
  @TempDir private static Path folder;
  private static Corner corner;

  @BeforeAll
  static void open() throws Exception {
    corner = Corner.open(folder);
  }

  private static JsonNode status() throws Exception {
    Answer answer = corner.ask("status", "--json");
    assertThat(answer.err(), answer.exit(), is(Exit.OK));
    return new ObjectMapper().readTree(answer.out());
  }

  /** The next commands, the plan's name aside. */
  private static List<String> next() throws Exception {
    List<String> next = new ArrayList<>();
    status()
        .get("next")
        .forEach(one -> next.add(one.asText().replace(" --plan=" + corner.plan(), "")));
    return next;
  }

  @Test
  @Order(1)
  void nothingWasBegun() throws Exception {
    assertThat(next(), is(List.of("./rehome migrate")));
  }

  @Test
  @Order(2)
  void rejectionsAreNamedBeforeWhatComesSince() throws Exception {
    corner.migrate();
    assertThat(
        next(),
        is(
            List.of(
                "./rehome failures --group",
                "./rehome migrate --mode=RETRY_FAILED",
                "./rehome migrate --mode=DIFF",
                "./rehome verify")));
    JsonNode status = status();
    assertThat(status.get("plan").toString(), is("{\"version\":1,\"used\":[1],\"changed\":false}"));
    assertThat(status.get("totals").get("users").get("rejected").asInt(), is(3));
    assertThat(status.get("runs").get(0).get("plan_version").asInt(), is(1));
    assertThat(status.get("books").get(0).get("entity").asText(), is("users"));
    assertThat(status.get("remarks").size(), is(0));
  }

  @Test
  @Order(3)
  void correctionsOfLoadedRecordsWaitForLocalDiff() throws Exception {
    corner.ask("correct", "users/1", "--set=born=", "--note=n");
    assertThat(next().get(0), is("./rehome migrate --mode=LOCAL_DIFF"));
    assertThat(status().get("waiting_corrections").toString(), is("{\"LOADED\":1}"));
    assertThat(corner.ask("status").out(), containsString("1 correction not applied yet."));
    corner.ask("correct", "users/1", "--undo");
    assertThat(status().get("waiting_corrections").toString(), is("{}"));
  }

  @Test
  @Order(4)
  void rulesThatChangedWaitForLocalDiff() throws Exception {
    corner.writePlan("{ A: active, X: closed, Q: active }");
    assertThat(next().get(0), is("./rehome migrate --mode=LOCAL_DIFF"));
    assertThat(
        corner.ask("status").out(),
        containsString(
            "The plan's rules changed within the campaign (today's: not run yet; used: 1)."
                + " 4 finished key ranges waiting: LOCAL_DIFF maps what they hold anew."));

    corner.migrate("--mode=RETRY_FAILED", "--reason=NOT_LISTED");

    assertThat(
        status().get("plan").toString(), is("{\"version\":2,\"used\":[1,2],\"changed\":true}"));
    corner.writePlan("{ A: active, X: closed }");
  }

  @Test
  @Order(5)
  void anUnfinishedRunIsContinuedByItsOwnCommand() throws Exception {
    corner
        .store()
        .execute("update rehome.run set state = 'STOPPED', exit = 130 where mode = 'RETRY_FAILED'");
    assertThat(next().get(0), is("./rehome migrate --mode=RETRY_FAILED"));
    assertThat(next().contains("./rehome verify"), is(false));
    corner.store().execute("update rehome.run set state = 'RUNNING' where mode = 'RETRY_FAILED'");
    assertThat(corner.ask("status").out(), containsString("is under way, or was killed."));
  }
}
