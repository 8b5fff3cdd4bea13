package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What comes after NORMAL ends on Flink as it does on the DirectRunner. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ModesOnFlinkTest {
  private static final String PLAN =
      """
      entities:
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
  private static Crossing direct;
  private static Crossing flink;

  @BeforeAll
  static void migrate() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table members (id int primary key, email varchar(40), state char(1), boss int)",
        "create table ads (id int primary key, title varchar(40), member_id int)",
        "insert into members select seq, concat('m', if(seq % 50 = 0, 7, seq), '@a.org'),"
            + " if(seq % 20 = 0, 'Q', 'A'), nullif(floor(seq / 9), 0) from seq_1_to_400",
        "insert into ads select seq, concat('ad ', seq), 1 + seq % 400 from seq_1_to_900");
    direct = crossing("direct", source);
    flink = crossing("flink", source);
  }

  private static Crossing crossing(String name, Database source) throws Exception {
    Crossing crossing = Crossing.from(Files.createDirectory(folder.resolve(name)), source);
    crossing
        .target()
        .execute(
            "create table users (id int primary key, email text unique, status text,"
                + " boss_id int references users)",
            "create table ads (id int primary key, title text, seller_id int references users)");
    crossing.plan(PLAN).migrate();
    return crossing;
  }

  @Test
  @Order(1)
  void retryFailedBringsWhatWasMendedWithItsChildren() throws Exception {
    direct
        .source()
        .execute(
            "update members set state = 'X' where state = 'Q' and id < 200",
            "update members set email = 'new@a.org' where id = 50",
            "delete from members where id = 300");

    run("--mode=RETRY_FAILED");

    assertSame();
    assertThat(
        Journey.rows(
            direct.store(),
            "select concat_ws(' ', source_key, outcome, reason) from rehome.records"
                + " where entity = 'users' and source_key in ('40', '50', '240', '300')"
                + " order by source_key"),
        is(List.of("240 REJECTED NOT_LISTED", "300 GONE", "40 LOADED", "50 LOADED")));
  }

  @Test
  @Order(2)
  void findMissingLoadsWhatSomebodyDeleted() throws Exception {
    everywhere("delete from ads where id % 100 = 1", "insert into ads values (5000, 'mine', 1)");

    run("--mode=FIND_MISSING");

    assertSame();
    assertThat(differences(), is(List.of("ads UNEXPECTED 5000 UNKNOWN []")));
  }

  @Test
  @Order(3)
  void verifyNamesEachDifference() throws Exception {
    everywhere(
        "update ads set title = title || ' ' where id = 2",
        "delete from ads where id = 3",
        "update users set boss_id = null where id = 10");

    run("--mode=VERIFY");

    assertSame();
    assertThat(
        differences(),
        is(
            List.of(
                "ads CHANGED 2 FOREIGN [[\"title\",\"ad 2\",\"ad 2 \"]]",
                "ads MISSING 3 FOREIGN []",
                "ads UNEXPECTED 5000 UNKNOWN []",
                "users CHANGED 10 FOREIGN [[\"boss_id\",\"1\",null]]")));
  }

  private static void everywhere(String... statements) {
    direct.target().execute(statements);
    flink.target().execute(statements);
  }

  private static void run(String mode) {
    direct.migrate(mode);
    flink.migrate(mode, "--runner=FlinkRunner", "--flinkMaster=[local]", "--parallelism=2");
  }

  private static void assertSame() throws Exception {
    for (String table : List.of("users", "ads")) {
      String rows = "select t::text from %s t order by id".formatted(table);
      assertThat(Journey.rows(flink.target(), rows), is(Journey.rows(direct.target(), rows)));
    }
    for (String query : List.of(RECORDS, BOOKS, DIFFERENCES)) {
      assertThat(Journey.rows(flink.store(), query), is(Journey.rows(direct.store(), query)));
    }
  }

  private static List<String> differences() throws Exception {
    return Journey.rows(direct.store(), DIFFERENCES);
  }

  private static final String RECORDS =
      "select concat_ws(' ', entity, source_key, outcome, attempts, confirmed_document, reason,"
          + " message) from rehome.records order by entity, source_key";

  private static final String BOOKS =
      "select concat_ws(' ', n.mode, n.exit, b.entity, read, loaded, unchanged, rejected, skipped,"
          + " merged, gone, pending, balanced) from rehome.books b join rehome.runs n using (run)"
          + " order by 1";

  private static final String DIFFERENCES =
      "select concat_ws(' ', entity, kind, coalesce(source_key, target_key), cause, fields)"
          + " from rehome.differences order by 1";
}
