package io.rehome.testdata.peers;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A row that {@link NoticeSql#SELECT} gives and {@link NoticeSql#INSERT} takes. */
record Notice(
    long id,
    String email,
    String title,
    String body,
    BigDecimal price,
    String status,
    @Nullable String postcode,
    @Nullable BigDecimal latitude,
    OffsetDateTime createdAt,
    OffsetDateTime modifiedAt) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** The row at which the result stands; its clock shows London's time, its timestamps UTC. */
  static Notice read(ResultSet row) throws SQLException {
    return new Notice(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getBigDecimal(5),
        row.getString(6),
        row.getString(7),
        row.getBigDecimal(8),
        row.getObject(9, LocalDateTime.class).atZone(LONDON).toOffsetDateTime(),
        row.getObject(10, LocalDateTime.class).atOffset(ZoneOffset.UTC));
  }

  void bind(PreparedStatement insert) throws SQLException {
    insert.setLong(1, id);
    insert.setString(2, email);
    insert.setString(3, title);
    insert.setString(4, body);
    insert.setBigDecimal(5, price);
    insert.setString(6, status);
    insert.setString(7, postcode);
    insert.setBigDecimal(8, latitude);
    insert.setObject(9, createdAt);
    insert.setObject(10, modifiedAt);
  }
}
