package io.rehome.testdata.judge;

import io.rehome.testdata.demo.DemoPlatform;
import io.rehome.testdata.demo.Fates;
import io.rehome.testdata.demo.Legacy;
import io.rehome.testdata.demo.LegacyTable;
import io.rehome.testdata.demo.Script;
import io.rehome.testdata.servers.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A migration without faults: writes what the judge expects into a real platform and a store. */
final class ModelMigration {
  private static final List<String> INSERTS =
      Script.of(ModelMigration.class, "model.sql").statements();

  private final Connection source;
  private final Database target;

  ModelMigration(Fates fates, Database target) {
    this.source = fates.connection();
    this.target = target;
  }

  /** Also shows that the platform's own constraints accept each record that is to be loaded. */
  void run() throws SQLException {
    DemoPlatform.create(target);
    target.execute(
        "create function user_of(text) returns uuid stable language sql"
            + " return (select user_id from users where email = $1)",
        "create schema rehome",
        "create table rehome.records (marketplace text, entity text, source_key text,"
            + " outcome text, stage text, reason text, column_name text)");
    try (Connection connection = target.connect()) {
      connection.createStatement().execute("set session_replication_role = replica");
      for (int i = 0; i < INSERTS.size(); i++) {
        copy(TargetSql.expected(Legacy.TABLES.get(i)), INSERTS.get(i), connection);
      }
      for (LegacyTable table : Legacy.TABLES) {
        copy(StoreSql.expected(table), insertRecord(table), connection);
      }
      connection.commit();
    }
  }

  private void copy(String query, String insert, Connection connection) throws SQLException {
    try (Lines lines = Lines.of(source, query);
        PreparedStatement statement = connection.prepareStatement(insert)) {
      connection.setAutoCommit(false);
      for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        add(line.get(), statement);
      }
      statement.executeBatch();
    }
  }

  private static void add(Line line, PreparedStatement batch) throws SQLException {
    int index = 1;
    batch.setString(index++, line.key());
    for (String value : line.values().values()) {
      batch.setString(index++, value);
    }
    batch.addBatch();
  }

  private static String insertRecord(LegacyTable table) {
    String records = "insert into rehome.records select 'petsandpaws', '" + table.entity() + "', ";
    return table.key().isEmpty()
        ? records
            + "g::text, split_part(fate, ' ', 1), split_part(fate, ' ', 2),"
            + " split_part(fate, ' ', 3), split_part(fate, ' ', 4)"
            + " from (values (?, ?)) v(fate, n), generate_series(1, n::int) g"
        : records + "?, ?, nullif(?, ''), nullif(?, ''), ?";
  }
}
