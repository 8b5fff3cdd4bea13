package io.rehome.testdata.judge;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.rehome.testdata.demo.DemoMarketplace;
import io.rehome.testdata.demo.Fates;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each lie is found, alone and by name: a judge that is green on a lie is the worst bug. */
class JudgeTest {
  private static Judge judge;
  private static Database faultless;

  private Database target;

  @BeforeAll
  static void migrateWithoutFaults() throws SQLException {
    Database source = TestServers.freshMariaDb();
    new DemoMarketplace(Scale.SMALL).fill(source);
    faultless = TestServers.freshPostgres();
    try (Fates fates = Fates.of(source, Scale.SMALL)) {
      new ModelMigration(fates, faultless).run();
    }
    judge = Judge.of(source, Scale.SMALL);
  }

  @AfterAll
  static void close() throws SQLException {
    judge.close();
  }

  @BeforeEach
  void copyTheTarget() {
    target = TestServers.copyOfPostgres(faultless);
  }

  @Test
  void findsNothingWhereNothingIsWrong() throws SQLException {
    assertThat(judge.ofTarget(target), is(empty()));
    assertThat(judge.ofStore(target), is(empty()));
  }

  @Test
  void findsALostRow() throws SQLException {
    target.execute("delete from messages where message_id = 4000000040");
    assertThat(told(judge.ofTarget(target)), contains("target messages 4000000040: is lost"));
  }

  @Test
  void findsAGhost() throws SQLException {
    target.execute("insert into pet_breeds values ('GHOST', 'Ghost', 'cat')");
    assertThat(
        told(judge.ofTarget(target)), contains("target pet_breeds GHOST: must not be there"));
  }

  @Test
  void findsTheSameViewOnceTooOften() throws SQLException {
    target.execute(
        "insert into page_views select gen_random_uuid(), listing_id, viewed_at, session, path,"
            + " millis from page_views group by 2, 3, 4, 5, 6 having count(*) = 3 limit 1");
    List<String> told = told(judge.ofTarget(target));
    assertThat(told, hasSize(1));
    assertThat(told.get(0), containsString("copies is [4] instead of [3]"));
  }

  @Test
  void findsAByteThatChanged() throws SQLException {
    target.execute("update listings set title = title || ' ' where listing_id = 10000084");
    List<String> told = told(judge.ofTarget(target));
    assertThat(told, hasSize(1));
    assertThat(told.get(0), startsWith("target listings 10000084: title is ["));
  }

  @Test
  void findsTwoColumnsThatWereSwapped() throws SQLException {
    target.execute(
        "update payments set paid_at = paid_at + interval '1 microsecond', vat = amount"
            + " where reference like 'PP-00000030-%'");
    List<String> told = told(judge.ofTarget(target));
    assertThat(told, hasSize(1));
    assertThat(told.get(0), startsWith("target payments PP-00000030-"));
    assertThat(told.get(0), containsString("vat is ["));
    assertThat(told.get(0), containsString("paid_at is ["));
  }

  /** The hour that came twice: the later one looks the same on a clock in London. */
  @Test
  void findsTheWrongOneOfTwoHours() throws SQLException {
    target.execute(
        "update users set joined_at = joined_at + interval '1 hour' where email ="
            + " 'member.4@example.com'");
    assertThat(
        told(judge.ofTarget(target)),
        contains(
            "target users member.4@example.com: joined_at is [2023-10-29 01:30:00.000000]"
                + " instead of [2023-10-29 00:30:00.000000]; "));
  }

  @Test
  void findsAChildOfTheWrongParent() throws SQLException {
    target.execute(
        "update listings set seller_id = (select user_id from users order by email limit 1)"
            + " where listing_id = 10000090");
    List<String> told = told(judge.ofTarget(target));
    assertThat(told, hasSize(1));
    assertThat(told.get(0), startsWith("target listings 10000090: seller is ["));
  }

  @Test
  void findsWhatTheStoreHidesOrInvents() throws SQLException {
    target.execute(
        "update rehome.records set outcome = 'LOADED', stage = null, reason = null, column_name ="
            + " '' where entity = 'users' and source_key = '8'",
        "delete from rehome.records where entity = 'users' and source_key = '9'",
        "update rehome.records set reason = 'TOO_LONG' where entity = 'users' and source_key ="
            + " '11'",
        "delete from rehome.records where entity = 'page_views' and outcome = 'REJECTED'");
    assertThat(
        told(judge.ofStore(target)),
        contains(
            "store users 11: reason is [TOO_LONG] instead of [BAD_TEXT]; ",
            "store users 8: outcome is [LOADED] instead of [REJECTED]; stage is [] instead of"
                + " [CHECK]; reason is [] instead of [CHECK_FAILED]; column_name is [] instead of"
                + " [email]; ",
            "store users 9: is lost",
            "store page_views REJECTED CHECK BAD_VALUE viewed_at: is lost"));
  }

  private static List<String> told(List<Finding> findings) {
    return findings.stream().map(Finding::toString).toList();
  }
}
