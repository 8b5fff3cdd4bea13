package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One marketplace, moved once, and then again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FirstJourneyTest {
  @TempDir private static Path folder;
  private static Journey journey;
  private static Answer first;

  @BeforeAll
  static void migrate() throws Exception {
    journey = Journey.begin(folder.resolve("pets"), Scale.SMALL);
    first = journey.migrate();
  }

  @Test
  @Order(1)
  void everyRecordEndsAsAnIndependentLookAtTheSourceSays() throws Exception {
    assertThat(first.err(), first.exit(), is(Exit.NOT_ACCEPTED)); // rejections, and none allowed
    assertThat(journey.findings(), is(empty()));
  }

  @Test
  @Order(2)
  void theBooksBalanceInTheReport() throws Exception {
    String report = Files.readString(journey.reportFiles().get(0));
    assertThat(report, containsString("\"balanced\""));
    assertThat(report, not(containsString("\"balanced\" : false")));
    assertThat(
        Journey.rows(journey.store(), "select entity from rehome.books where not balanced"),
        is(empty()));
  }

  @Test
  @Order(3)
  void aSecondRunWritesNothing() throws Exception {
    List<String> versions = journey.rowVersions();
    List<String> platform = journey.platformDigests();
    List<String> store = journey.storeDigests();

    Answer second = journey.migrate();

    assertThat(second.err(), second.exit(), is(Exit.OK));
    assertThat(journey.rowVersions(), is(versions));
    assertThat(journey.platformDigests(), is(platform));
    assertThat(journey.storeDigests(), is(store));
  }
}
