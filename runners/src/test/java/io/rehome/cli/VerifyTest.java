package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A migrated marketplace is compared with its source; then somebody writes in the target. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class VerifyTest {
  @TempDir private static Path folder;
  private static Journey journey;
  private static List<String> platform = List.of();

  @BeforeAll
  static void migrate() throws Exception {
    journey = Journey.begin(folder.resolve("pets"), new Scale(1_000));
    journey.migrate();
  }

  @Test
  @Order(1)
  void whatWasMigratedIsTheSame() throws Exception {
    platform = journey.platformDigests();
    List<String> versions = journey.rowVersions();
    List<String> store = journey.storeDigests();

    Answer answer = verify();

    assertThat(answer.toString(), answer.exit(), is(Exit.OK));
    assertThat(differences(answer), is(empty()));
    JsonNode report = new ObjectMapper().readTree(answer.out());
    assertThat(report.get("balanced").asBoolean(), is(true));
    for (JsonNode entity : report.get("entities")) {
      assertThat(
          entity.toString(),
          entity.get("read").asLong(),
          is(
              entity.get("same").asLong()
                  + entity.get("missing_rejected").asLong()
                  + entity.get("skipped").asLong()));
    }
    assertThat(journey.rowVersions(), is(versions));
    assertThat(journey.storeDigests(), is(store));
  }

  @Test
  @Order(2)
  void eachForeignChangeIsFoundAndNothingElse() throws Exception {
    List<String> ads = keys("listings");
    List<String> messages = keys("messages");
    List<String> users = keys("users");
    journey.inTarget(
        listing(ads.get(0), "title = title || ' '"),
        listing(ads.get(1), "title = upper(title) || 'x'"),
        listing(ads.get(2), "posted_at = posted_at + interval '1 hour'"),
        listing(ads.get(3), "price = price + 0.01"),
        listing(ads.get(4), "expires_on = null, viewing_from = '03:04:05.000001'"),
        listing(ads.get(5), "attributes = attributes || '{\"added\": 1}'"),
        "delete from messages where message_id = " + messages.get(0),
        user(users.get(0), "latitude = latitude + 0.000001"),
        user(users.get(1), "display_name = email, email = display_name"),
        user(users.get(2), "newsletter = not newsletter"),
        "insert into pet_breeds values ('ghost', 'Ghost', 'dog')");

    Answer answer = verify();

    assertThat(answer.toString(), answer.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(
        differences(answer),
        containsInAnyOrder(
            "listings/" + ads.get(0) + " CHANGED FOREIGN title",
            "listings/" + ads.get(1) + " CHANGED FOREIGN title",
            "listings/" + ads.get(2) + " CHANGED FOREIGN posted_at",
            "listings/" + ads.get(3) + " CHANGED FOREIGN price",
            "listings/" + ads.get(4) + " CHANGED FOREIGN expires_on viewing_from",
            "listings/" + ads.get(5) + " CHANGED FOREIGN attributes",
            "messages/" + messages.get(0) + " MISSING FOREIGN",
            "users/" + users.get(0) + " CHANGED FOREIGN latitude",
            "users/" + users.get(1) + " CHANGED FOREIGN email display_name",
            "users/" + users.get(2) + " CHANGED FOREIGN newsletter",
            "pet_breeds/ghost UNEXPECTED UNKNOWN"));
  }

  @Test
  @Order(3)
  void whatIsReopenedIsRepairedByARetry() throws Exception {
    List<String> writtenOver = keys("listings").subList(0, 6);

    Answer reopening = verify("--reopen");
    String pending =
        "select count(*) from rehome.records where outcome = 'PENDING' and entity = 'listings'";
    List<String> reopened = Journey.rows(journey.store(), pending);
    journey.migrate("--mode=RETRY_FAILED");
    Answer after = verify();

    assertThat(reopening.toString(), reopening.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(reopened, is(List.of(String.valueOf(writtenOver.size()))));
    assertThat(differences(after), is(List.of("pet_breeds/ghost UNEXPECTED UNKNOWN")));
    journey.inTarget("delete from pet_breeds where breed_id = 'ghost'");
    assertThat(journey.platformDigests(), is(platform));
  }

  @Test
  @Order(4)
  void aChangeOfTheSourceIsSaidToBeTheSources() throws Exception {
    List<String> ads = keys("listings");
    List<String> messages = keys("messages");
    journey.inSource(
        "update ads set title = concat(title, '!') where ad_id = " + ads.get(0),
        "delete from messages where message_id = " + messages.get(0));
    journey.inTarget(listing(ads.get(1), "title = title || '?'"));

    Answer answer = verify();

    assertThat(
        differences(answer),
        containsInAnyOrder(
            "listings/" + ads.get(0) + " CHANGED SOURCE title",
            "listings/" + ads.get(1) + " CHANGED FOREIGN title",
            "messages/" + messages.get(0) + " UNEXPECTED SOURCE"));
    assertThat(lines(), is(differences(answer).size()));
  }

  @Test
  @Order(5)
  void onlyTheKeysAreLookedAtThatAreNamed() throws Exception {
    List<String> ads = keys("listings");

    Answer answer = verify("--entities=listings", "--keys=" + ads.get(1) + "," + ads.get(2));

    assertThat(
        differences(answer), is(List.of("listings/" + ads.get(1) + " CHANGED FOREIGN title")));
  }

  @Test
  @Order(6)
  void aSecondLookGivesNoAlarmForWhatARunBringsMeanwhile() throws Exception {
    String ad = keys("listings").get(0);
    CompletableFuture<Answer> verifying =
        CompletableFuture.supplyAsync(() -> verify("--entities=listings", "--recheck=6"));
    waitFor(
        "select 1 from rehome.differences d join rehome.runs r using (run)"
            + " where r.state = 'RUNNING' and source_key = '"
            + ad
            + "'");

    journey.migrate("--entities=listings", "--keys=" + ad);
    Answer answer = verifying.get(5, TimeUnit.MINUTES);

    assertThat(
        answer.toString(),
        differences(answer),
        is(List.of("listings/" + keys("listings").get(1) + " CHANGED FOREIGN title")));
  }

  @Test
  @Order(7)
  void aRunThatWasStoppedIsContinued() throws Exception {
    List<String> arguments =
        List.of(
            "verify",
            "--plan=" + journey.plan(),
            "--reports=" + journey.reports(),
            "--maxReadRate=60");
    Process process = new JavaProcess(Rehome.class).start(journey.folder(), arguments);
    try {
      waitFor(
          "select 1 from rehome.verification_page p join rehome.scan s on s.id = p.scan"
              + " where s.ended_at is null");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES), is(true));
    assertThat(process.exitValue(), is(Exit.INTERRUPTED.code()));

    Answer answer = verify();

    assertThat(
        Journey.rows(
            journey.store(),
            "select count(distinct run) from rehome.verification_page"
                + " where scan = (select max(id) from rehome.scan)"),
        is(List.of("2")));
    JsonNode report = new ObjectMapper().readTree(answer.out());
    assertThat(read(report, "users"), is(count("members")));
    assertThat(read(report, "listings"), is(count("ads")));
    assertThat(
        differences(answer),
        containsInAnyOrder(
            "listings/" + keys("listings").get(1) + " CHANGED FOREIGN title",
            "messages/" + keys("messages").get(0) + " UNEXPECTED SOURCE"));
  }

  private static String read(JsonNode report, String entity) {
    for (JsonNode one : report.get("entities")) {
      if (one.get("entity").asText().equals(entity)) {
        return one.get("read").asText();
      }
    }
    throw new AssertionError("no entity " + entity);
  }

  private static String count(String table) throws Exception {
    return Journey.rows(journey.source(), "select count(*) from " + table).get(0);
  }

  /** The differences in the files of the last run. */
  private static int lines() throws Exception {
    try (Stream<Path> files = Files.walk(journey.reports())) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".jsonl")).toList();
      Path last =
          all.stream()
              .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
              .map(Path::getParent)
              .orElseThrow();
      int lines = 0;
      for (Path file : all) {
        lines += file.startsWith(last) ? Files.readAllLines(file).size() : 0;
      }
      return lines;
    }
  }

  private static void waitFor(String query) throws Exception {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (Journey.rows(journey.store(), query).isEmpty()) {
      assertThat("waited in vain: " + query, System.nanoTime() < until, is(true));
      Thread.sleep(20);
    }
  }

  /** The first source keys of records that were loaded. */
  private static List<String> keys(String entity) throws Exception {
    return Journey.rows(
        journey.store(),
        "select source_key from rehome.records where outcome = 'LOADED' and entity = '"
            + entity
            + "' and (entity <> 'listings' or document::json ->> 'expires_on' is not null)"
            + " and (entity <> 'users' or document::json ->> 'latitude' is not null)"
            + " order by source_key limit 10");
  }

  private static String listing(String key, String change) {
    return "update listings set %s where listing_id = %s + 10000000".formatted(change, key);
  }

  private static String user(String key, String change) throws Exception {
    String id =
        Journey.rows(
                journey.store(),
                "select target_key from rehome.ids where entity = 'users' and source_key = '%s'"
                    .formatted(key))
            .get(0);
    return "update users set %s where user_id = '%s'".formatted(change, id);
  }

  private static Answer verify(String... flags) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("verify", "--plan=" + journey.plan(), "--json"));
    arguments.add("--reports=" + journey.reports());
    arguments.addAll(List.of(flags));
    return Answer.to(arguments.toArray(String[]::new));
  }

  private static List<String> differences(Answer answer) throws Exception {
    List<String> differences = new ArrayList<>();
    for (JsonNode entity : new ObjectMapper().readTree(answer.out()).get("entities")) {
      for (JsonNode one : entity.get("differences")) {
        differences.add(difference(entity.get("entity").asText(), one));
      }
    }
    return differences;
  }

  private static String difference(String entity, JsonNode one) {
    String key = one.has("key") ? one.get("key").asText() : one.get("target_key").asText();
    StringBuilder text = new StringBuilder(entity + "/" + key);
    text.append(' ').append(one.get("kind").asText()).append(' ').append(one.get("cause").asText());
    one.get("fields").forEach(field -> text.append(' ').append(field.get("column").asText()));
    return text.toString();
  }
}
