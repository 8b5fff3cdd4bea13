package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.rehome.pipelines.Exit;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of records that wait for a parent are asked after one by one. The statistics of a store
 * that was just filled know nothing of them, and the planner once joined all with all: 5,820
 * orphans took 36 s at the end of each run.
 */
final class ManyOrphansTest {
  private static final int ORPHANS = 3_000;

  @TempDir private Path folder;

  @Test
  void isDoneInAFewLookUpsForEach() throws Exception {
    SmallMove move =
        SmallMove.begin(
            folder,
            """
              users:
                from: members
                to: users
                id: keep
                fields: { boss_id: { ref: users, from: boss } }
              ads:
                from: ads
                to: ads
                id: keep
                fields: { seller_id: { ref: users, from: member_id } }
            """);
    move.source()
        .execute(
            "create table members (id int primary key, boss int)",
            "create table ads (id int primary key, member_id int)",
            "insert into members select seq, 1000000 from seq_1_to_" + ORPHANS,
            "insert into ads select seq, 2000000 from seq_1_to_" + ORPHANS);
    move.target()
        .execute(
            "create table users (id int primary key, boss_id int references users)",
            "create table ads (id int primary key, seller_id int references users)");

    assertThat(normal(move, "--entities=users"), is(Exit.OK));
    move.store().execute("analyze rehome.edge");
    assertThat(normal(move, "--entities=ads"), is(Exit.OK));

    assertThat(entriesRead(move), is(lessThan(20L * ORPHANS)));
  }

  private static Exit normal(SmallMove move, String entities) {
    return move.migrate("--mode=NORMAL", entities, "--max-rejected=100%").exit();
  }

  /** Entries of the edges' indexes that scans returned. */
  private static long entriesRead(SmallMove move) throws Exception {
    try (Connection connection = move.store().connect();
        Statement statement = connection.createStatement()) {
      Thread.sleep(1_500); // sessions tell what they did once a second
      try (ResultSet read =
          statement.executeQuery(
              "select sum(idx_tup_read) from pg_stat_user_indexes where relname = 'edge'")) {
        read.next();
        return read.getLong(1);
      }
    }
  }
}
