package io.rehome.cli;

import io.rehome.testdata.servers.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Visitors of the old marketplace, who go on writing while it is moved: they change their names and
 * prices, register and place ads at once, and write messages. Seeded; so many changes a second.
 */
final class Visitors implements AutoCloseable {
  private final Database source;
  private final Random random;
  private final long pauseNanos;
  private final List<String> members;
  private final List<String> ads;
  private final Thread thread = new Thread(this::visit, "visitors");
  private volatile boolean leave;
  private volatile @Nullable SQLException failure;
  private final AtomicInteger changes = new AtomicInteger();

  private Visitors(Database source, int changesPerSecond, long seed) throws SQLException {
    this.source = source;
    this.random = new Random(seed);
    this.pauseNanos = TimeUnit.SECONDS.toNanos(1) / changesPerSecond;
    this.members =
        new ArrayList<>(Journey.rows(source, "select member_id from members order by 1"));
    this.ads =
        new ArrayList<>(
            Journey.rows(source, "select ad_id from ads where json_valid(attributes) order by 1"));
  }

  /** They come, and stay until this is closed. */
  static Visitors come(Database source, int changesPerSecond, long seed) throws SQLException {
    Visitors visitors = new Visitors(source, changesPerSecond, seed);
    visitors.thread.start();
    return visitors;
  }

  /** How many changes they made so far. */
  int changes() {
    return changes.get();
  }

  private void visit() {
    try (Connection connection = source.connect()) {
      long next = System.nanoTime();
      while (!leave) {
        change(connection);
        changes.incrementAndGet();
        next += pauseNanos;
        TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
      }
    } catch (SQLException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void change(Connection connection) throws SQLException {
    switch (changes() % 5) {
      case 0 -> register(connection);
      case 1 -> placeAd(connection);
      case 2 ->
          run(
              connection,
              "update members set first_name = ? where member_id = ?",
              word(),
              one(members));
      case 3 ->
          run(
              connection,
              "update ads set price_pence = ? where ad_id = ?",
              "" + random.nextInt(9_000),
              one(ads));
      default ->
          run(
              connection,
              "insert into messages (message_id, ad_id, sender_id, body, sent)"
                  + " values (?, ?, ?, ?, '2020-06-01 12:00:00.5')",
              "" + (7_000_000_000L + changes()),
              one(ads),
              one(members),
              word());
    }
  }

  private void register(Connection connection) throws SQLException {
    String member = "" + (2_000_000 + changes());
    run(
        connection,
        "insert into members (member_id, email_addr, password_hash, first_name, last_name, postcode,"
            + " country_code, created) values (?, ?, '', ?, 'Visitor', 'AB1 2CD', 'UK',"
            + " '2020-06-01 12:00:00')",
        member,
        "visitor" + changes() + "@example.org",
        word());
    members.add(member);
  }

  private void placeAd(Connection connection) throws SQLException {
    String ad = "" + (2_000_000 + changes());
    run(
        connection,
        "insert into ads (ad_id, member_id, category_id, title, price_pence, state, attributes,"
            + " created) values (?, ?, 1, ?, 4200, 'active', '{}', '2020-06-01 12:00:00')",
        ad,
        members.get(members.size() - 1),
        word());
    ads.add(ad);
  }

  private String one(List<String> keys) {
    return keys.get(random.nextInt(keys.size()));
  }

  private String word() {
    return "word-" + random.nextInt(1_000_000);
  }

  private static void run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** They leave. */
  @Override
  public void close() throws SQLException {
    leave = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
  }
}
