package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every mode on a job manager and two task managers, which are killed during NORMAL and DIFF: what
 * is in target and store in the end is what an undisturbed DirectRunner leaves there.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ClusterDrill {
  private static final String CANARY = "canary-51ab-hunter2";
  private static final int ROWS = 12_000;
  private static final int MOST_COMMANDS = 6;
  private static final String PLAN =
      """
        users:
          from: members
          to: users
          id: keep
          unique: { email: reject }
          fields:
            email:   email
            status:  { from: state, values: { A: active, X: closed } }
            boss_id: { ref: users, from: boss }
        ads:
          from: ads
          to: ads
          id: keep
          fields: { title: title, seller_id: { ref: users, from: member_id } }
      """;

  @TempDir private static Path folder;
  private static RealCluster cluster;
  private static SmallMove direct;
  private static SmallMove flink;

  @BeforeAll
  static void start() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table members (id int primary key, email varchar(40), state char(1), boss int)",
        "create table ads (id int primary key, title varchar(40), member_id int)",
        "insert into members select seq, concat('m', if(seq % 50 = 0, 7, seq), '@a.org'),"
            + " if(seq % 20 = 0, 'Q', 'A'), nullif(floor(seq / 9), 0) from seq_1_to_400",
        "insert into ads select seq, concat('ad ', seq), 1 + seq % 400 from seq_1_to_" + ROWS,
        "analyze table members",
        "analyze table ads");
    TestServers.mariaDb().createRole("clustered", CANARY);
    source.execute("grant select on " + source.name() + ".* to clustered");
    direct = move("direct", source);
    flink = move("flink", source.as("clustered", CANARY));
    cluster = RealCluster.start(folder.resolve("cluster"));
  }

  private static SmallMove move(String name, Database source) throws Exception {
    Path place = Files.createDirectory(folder.resolve(name));
    SmallMove move =
        new SmallMove(place, source, TestServers.freshPostgres(), TestServers.freshPostgres());
    move.target()
        .execute(
            "create table users (id int primary key, email text unique, status text,"
                + " boss_id int references users)",
            "create table ads (id int primary key, title text, seller_id int references users)");
    move.plan(PLAN);
    move.initStore();
    return move;
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @Test
  @Order(1)
  void normalSurvivesKills() throws Exception {
    direct.migrate("--mode=NORMAL");

    disturbed("--mode=NORMAL", "--maxReadRate=400");

    assertSame();
  }

  @Test
  @Order(2)
  void diffSurvivesKills() throws Exception {
    direct
        .source()
        .execute(
            "update members set state = 'X' where id % 7 = 1",
            "update ads set title = concat(title, '!') where id % 3 = 0",
            "insert into ads select seq, concat('ad ', seq), 1 + seq % 400 from seq_12001_to_12600");
    direct.migrate("--mode=DIFF");

    disturbed("--mode=DIFF", "--maxReadRate=400");

    assertSame();
  }

  @Test
  @Order(3)
  void theOtherModesEndAsOnTheDirectRunner() throws Exception {
    direct.source().execute("update members set state = 'A' where state = 'Q' and id < 200");
    both("--mode=RETRY_FAILED");
    everywhere("delete from ads where id % 1000 = 1", "insert into ads values (90000, 'mine', 1)");
    both("--mode=FIND_MISSING");
    everywhere("update ads set title = title || ' ' where id = 2", "delete from ads where id = 3");
    both("--mode=VERIFY");
    assertThat(
        Journey.rows(flink.store(), DIFFERENCES), is(Journey.rows(direct.store(), DIFFERENCES)));
    for (SmallMove move : List.of(direct, flink)) {
      move.plan(PLAN.replace("fields: { title: title", "fields: { title: \"upper(title)\""));
    }
    both("--mode=LOCAL_DIFF");
  }

  @Test
  @Order(4)
  void secretsAreInNoAnswerAndNoLogOfFlink() throws Exception {
    List<String> jobs =
        Pattern.compile("\"jid\":\"(\\w+)\"")
            .matcher(cluster.ask("/jobs/overview"))
            .results()
            .map(match -> match.group(1))
            .toList();
    StringBuilder said = new StringBuilder(cluster.logs());
    said.append(cluster.ask("/jobmanager/config"));
    for (String job : jobs) {
      for (String part : List.of("", "/config", "/plan", "/exceptions", "/accumulators")) {
        said.append(cluster.ask("/jobs/" + job + part));
      }
    }

    assertThat(jobs, is(not(empty())));
    assertThat(said.toString(), containsString("rehome-paws-"));
    assertThat(said.toString(), not(containsString(CANARY)));
  }

  /** The same command again and again while processes are killed, until it is done. */
  private static void disturbed(String... flags) throws Exception {
    Killing killing = new Killing(cluster);
    Thread thread = new Thread(killing, "killing");
    thread.start();
    Answer answer = onCluster(flags);
    for (int more = 1; answer.exit() == Exit.RESUMABLE && more < MOST_COMMANDS; more++) {
      answer = onCluster(flags);
    }
    killing.end();
    thread.join();
    System.err.println(flags[0] + ": killed " + killing.killed() + "; " + answer.err());
    assertThat(answer.err(), answer.exit(), is(Exit.NOT_ACCEPTED));
    assertThat("killed", killing.killed().size(), greaterThan(2));
    assertThat(killing.killed().contains("jobmanager"), is(true));
  }

  private static Answer onCluster(String... flags) throws Exception {
    List<String> all = new ArrayList<>(List.of(flags));
    all.addAll(cluster.flags());
    return flink.migrate(all.toArray(String[]::new));
  }

  private static void both(String mode) throws Exception {
    Answer expected = direct.migrate(mode);
    Answer answer = onCluster(mode);
    assertThat(answer.toString(), answer.exit(), is(expected.exit()));
    assertSame();
  }

  private static void everywhere(String... statements) {
    direct.target().execute(statements);
    flink.target().execute(statements);
  }

  private static void assertSame() throws Exception {
    for (String table : List.of("users", "ads")) {
      String rows = "select t::text from %s t order by id".formatted(table);
      assertThat(Journey.rows(flink.target(), rows), is(Journey.rows(direct.target(), rows)));
    }
    assertThat(Journey.rows(flink.store(), RECORDS), is(Journey.rows(direct.store(), RECORDS)));
    assertThat(
        Journey.rows(flink.store(), "select run from rehome.books where not balanced"),
        is(empty()));
  }

  private static final String RECORDS =
      "select concat_ws(' ', entity, source_key, outcome, confirmed_document, reason, message)"
          + " from rehome.records order by entity, source_key";

  private static final String DIFFERENCES =
      "select concat_ws(' ', entity, kind, coalesce(source_key, target_key), cause, fields)"
          + " from rehome.differences order by 1";
}
