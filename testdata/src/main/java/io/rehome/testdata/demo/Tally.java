package io.rehome.testdata.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts fates. */
final class Tally {
  private static final String COUNTS =
      """
      select
        (select count(*) from %s),
        (select count(*) from fates where entity = ?),
        (select count(*) from fates where entity = ? and outcome = 'SKIPPED')
      """;

  /** The first keys of a group are all of it, for most kinds of blemish. */
  private static final String REJECTIONS =
      """
      select stage, reason, column_name, count(*),
        sha2(group_concat(source_key order by source_key separator '\\n'), 256),
        group_concat(source_key order by source_key separator '\\n' limit 50)
      from fates
      where entity = ? and outcome = 'REJECTED'
      group by stage, reason, column_name
      order by stage, reason, column_name
      """;

  private final Connection connection;

  Tally(Connection connection) {
    this.connection = connection;
  }

  ExpectedOutcome outcome() throws SQLException {
    connection.createStatement().execute("set session group_concat_max_len = 1000000000");
    List<ExpectedEntity> entities = new ArrayList<>();
    for (LegacyTable table : Legacy.TABLES) {
      entities.add(entity(table));
    }
    return new ExpectedOutcome(entities);
  }

  private ExpectedEntity entity(LegacyTable table) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(COUNTS.formatted(table.name()))) {
      query.setString(1, table.entity());
      query.setString(2, table.entity());
      ResultSet counts = query.executeQuery();
      counts.next();
      long read = counts.getLong(1);
      long loaded = read - counts.getLong(2);
      return new ExpectedEntity(table.entity(), read, loaded, counts.getLong(3), rejections(table));
    }
  }

  private List<ExpectedRejections> rejections(LegacyTable table) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(REJECTIONS)) {
      query.setString(1, table.entity());
      ResultSet groups = query.executeQuery();
      List<ExpectedRejections> rejections = new ArrayList<>();
      while (groups.next()) {
        rejections.add(rejections(table, groups));
      }
      return rejections;
    }
  }

  private static ExpectedRejections rejections(LegacyTable table, ResultSet group)
      throws SQLException {
    String stage = group.getString(1);
    String reason = group.getString(2);
    String column = group.getString(3);
    long count = group.getLong(4);
    return table.key().isEmpty()
        ? new ExpectedRejections(stage, reason, column, count, "", List.of())
        : new ExpectedRejections(
            stage, reason, column, count, group.getString(5), lines(group.getString(6)));
  }

  private static List<String> lines(String keys) {
    return keys.lines().toList();
  }
}
