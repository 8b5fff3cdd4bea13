package io.rehome.cli;

import io.rehome.testdata.demo.Fates;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who goes on writing to the old marketplace while it is moved: inserts, updates, deletes
 * and moves rows to other keys, seeded, a few hundred times a second. Rows are touched that no
 * blemish is planted in, so that {@link io.rehome.testdata.judge.Judge} knows what must become of
 * each; new messages also go to ads that never were.
 *
 * <p>Only messages and favourites are deleted and moved, of which nothing else hangs. Some messages
 * are of members who come while it writes: NORMAL may have read the members before.
 */
final class Writer {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1) / 500;
  private static final String KEYS =
      "select %1$s from %2$s t where not exists (select 1 from fates f where f.entity = '%3$s'"
          + " and f.source_key = %4$s) order by 1";

  private final Database source;
  private final Random random;
  private final List<String> members;
  private final List<String> ads;
  private final List<String> messages;
  private final List<String> favourites;
  private final Thread thread = new Thread(this::write, "writer");
  private volatile boolean leave;
  private volatile @Nullable SQLException failure;
  private int changes;

  private Writer(Database source, Scale scale, Random random) throws SQLException {
    this.source = source;
    this.random = random;
    try (Fates fates = Fates.of(source, scale)) {
      this.members = unblemished(fates, "member_id", "members", "users");
      this.ads = unblemished(fates, "ad_id", "ads", "listings");
      this.messages = unblemished(fates, "message_id", "messages", "messages");
      this.favourites =
          keys(
              fates,
              KEYS.formatted(
                  "concat(t.member_id, ' ', t.ad_id)",
                  "favourites",
                  "favourites",
                  "concat('[\"', t.member_id, '\",\"', t.ad_id, '\"]')"));
    }
  }

  /** Begins, and goes on until it is to stop. */
  static Writer begin(Database source, Scale scale, long seed) throws SQLException {
    Writer writer = new Writer(source, scale, new Random(seed));
    writer.thread.start();
    return writer;
  }

  private static List<String> unblemished(Fates fates, String key, String table, String entity)
      throws SQLException {
    return keys(
        fates, KEYS.formatted("t." + key, table, entity, "cast(t.%s as char)".formatted(key)));
  }

  private static List<String> keys(Fates fates, String query) throws SQLException {
    try (Statement statement = fates.connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> keys = new ArrayList<>();
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
      return keys;
    }
  }

  private void write() {
    try (Connection connection = source.connect()) {
      long next = System.nanoTime();
      while (!leave) {
        change(connection);
        next += PAUSE_NANOS;
        TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
      }
    } catch (SQLException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void change(Connection connection) throws SQLException {
    switch (changes++ % 9) {
      case 0 -> register(connection);
      case 1 -> placeAd(connection);
      case 2 ->
          run(
              connection,
              "update members set first_name = ? where member_id = ?",
              word(),
              any(members));
      case 3 ->
          run(
              connection,
              "update ads set price_pence = ? where ad_id = ?",
              "" + random.nextInt(9_000),
              any(ads));
      case 4 -> send(connection);
      case 5 ->
          run(
              connection,
              "update messages set body = ? where message_id = ?",
              word(),
              any(messages));
      case 6 -> run(connection, "delete from messages where message_id = ?", taken(messages));
      case 7 -> move(connection);
      default -> favour(connection);
    }
  }

  private void register(Connection connection) throws SQLException {
    String member = "" + (2_000_000 + changes);
    run(
        connection,
        "insert into members (member_id, email_addr, password_hash, first_name, last_name, postcode,"
            + " country_code, created) values (?, ?, '', ?, 'Visitor', 'AB1 2CD', 'UK',"
            + " '2020-06-01 12:00:00')",
        member,
        "visitor" + changes + "@example.org",
        word());
    members.add(member);
  }

  private void placeAd(Connection connection) throws SQLException {
    String ad = "" + (2_000_000 + changes);
    run(
        connection,
        "insert into ads (ad_id, member_id, category_id, title, price_pence, state, attributes,"
            + " created) values (?, ?, 1, ?, 4200, 'active', '{}', '2020-06-01 12:00:00')",
        ad,
        any(members),
        word());
    ads.add(ad);
  }

  private void send(Connection connection) throws SQLException {
    boolean isLost = random.nextInt(10) == 0;
    String message = "" + (7_000_000_000L + changes);
    run(
        connection,
        "insert into messages (message_id, ad_id, sender_id, body, sent)"
            + " values (?, ?, ?, ?, '2020-06-01 12:00:00.5')",
        message,
        isLost ? "3000000000" : any(ads),
        any(members),
        word());
    if (!isLost) {
      messages.add(message);
    }
  }

  private void move(Connection connection) throws SQLException {
    String message = "" + (7_000_000_000L + changes);
    run(
        connection,
        "update messages set message_id = ? where message_id = ?",
        message,
        taken(messages));
    messages.add(message);
  }

  /** One is taken back, or moved to another ad where its member has none there. */
  private void favour(Connection connection) throws SQLException {
    if (favourites.isEmpty()) {
      return;
    }
    String[] key = taken(favourites).split(" ");
    if (random.nextBoolean()) {
      run(connection, "delete from favourites where member_id = ? and ad_id = ?", key);
    } else {
      run(
          connection,
          "update ignore favourites set ad_id = ? where member_id = ? and ad_id = ?",
          any(ads),
          key[0],
          key[1]);
    }
  }

  private String any(List<String> keys) {
    return keys.get(random.nextInt(keys.size()));
  }

  private String taken(List<String> keys) {
    return keys.remove(random.nextInt(keys.size()));
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

  /** Stops; all that was written is committed. */
  void stop() throws SQLException, InterruptedException {
    leave = true;
    thread.join();
    if (failure != null) {
      throw failure;
    }
  }
}
