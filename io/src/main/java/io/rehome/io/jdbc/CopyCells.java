package io.rehome.io.jdbc;

import io.rehome.model.Bytes;
import io.rehome.model.Document;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Writes documents of one shape in the binary form of COPY: a writer a column, chosen once. */
final class CopyCells {
  private final Cell[] cells;

  CopyCells(List<TargetColumn> columns) {
    cells = columns.stream().map(CopyCells::cell).toArray(Cell[]::new);
  }

  /** Whether we know the binary form of each column's type. */
  static boolean fit(List<TargetColumn> columns) {
    return columns.stream().noneMatch(column -> column.type() == TargetType.OTHER);
  }

  void write(Document document, PgCopyRows rows) {
    rows.row(cells.length);
    List<?> values = document.values();
    for (int i = 0; i < cells.length; i++) {
      Object value = values.get(i);
      if (value == null) {
        rows.absent();
      } else {
        cells[i].write(rows, value);
      }
    }
  }

  private static Cell cell(TargetColumn column) {
    return switch (column.type()) {
      case INTEGER -> integer(column.size());
      case DECIMAL -> (rows, value) -> rows.numeric((BigDecimal) value);
      case DOUBLE -> (rows, value) -> rows.doublePrecision((Double) value);
      case FLOAT -> (rows, value) -> rows.real((Float) value);
      case BOOLEAN -> (rows, value) -> rows.bool((Boolean) value);
      case TEXT, ENUM -> (rows, value) -> rows.text((String) value);
      case JSON -> json(column.typeName());
      case BYTES -> (rows, value) -> rows.bytea(((Bytes) value).array());
      case DATE -> (rows, value) -> rows.date((LocalDate) value);
      case TIME -> (rows, value) -> rows.time((LocalTime) value);
      case DATETIME -> (rows, value) -> rows.timestamp((LocalDateTime) value);
      case INSTANT -> (rows, value) -> rows.timestamptz((Instant) value);
      case UUID -> (rows, value) -> rows.uuid((UUID) value);
      case OTHER ->
          (rows, value) -> {
            throw new IllegalArgumentException("no binary form of " + column.typeName());
          };
    };
  }

  private static Cell integer(int bytes) {
    return switch (bytes) {
      case Short.BYTES -> (rows, value) -> rows.smallint(((Long) value).shortValue());
      case Integer.BYTES -> (rows, value) -> rows.integer(((Long) value).intValue());
      default -> (rows, value) -> rows.bigint((Long) value);
    };
  }

  private static Cell json(String typeName) {
    return typeName.equals("jsonb")
        ? (rows, value) -> rows.jsonb((String) value)
        : (rows, value) -> rows.text((String) value);
  }

  private interface Cell {
    void write(PgCopyRows rows, Object value);
  }
}
