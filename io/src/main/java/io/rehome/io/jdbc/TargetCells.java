package io.rehome.io.jdbc;

import io.rehome.model.Bytes;
import io.rehome.model.Document;
import io.rehome.model.TargetColumn;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of the target as documents: a reader a column, chosen once. */
final class TargetCells {
  private static final String PADDED = "bpchar";

  private final List<ColumnReader> readers;

  TargetCells(List<TargetColumn> columns) {
    this.readers = columns.stream().map(TargetCells::reader).toList();
  }

  /** The values that begin at this position of the row. */
  Document document(ResultSet row, int first) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(readers.size());
    for (int i = 0; i < readers.size(); i++) {
      values.add(readers.get(i).read(row, first + i));
    }
    return new Document(values);
  }

  private static ColumnReader reader(TargetColumn column) {
    return switch (column.type()) {
      case INTEGER -> ExactNumbers::signed;
      case DECIMAL -> ColumnReader.ofText(TargetCells::decimal);
      case DOUBLE -> ColumnReader.ofText(Double::valueOf);
      case FLOAT -> ColumnReader.ofText(Float::valueOf);
      case BOOLEAN -> ColumnReader.ofText("t"::equals);
      case TEXT -> isPadded(column) ? ColumnReader.ofText(TargetCells::bare) : ResultSet::getString;
      case ENUM, JSON, OTHER -> ResultSet::getString;
      case BYTES -> TargetCells::bytes;
      case DATE -> ColumnReader.ofText(ExactTimes::date);
      case TIME -> ColumnReader.ofText(ExactTimes::time);
      case DATETIME -> ColumnReader.ofText(ExactTimes::dateTime);
      case INSTANT -> ColumnReader.ofText(ExactTimes::instant);
      case UUID -> ColumnReader.ofText(UUID::fromString);
    };
  }

  /** By its value: 1.10 is 1.1. */
  private static Object decimal(String text) {
    Object number = ExactNumbers.decimal(text);
    return number instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : number;
  }

  private static boolean isPadded(TargetColumn column) {
    return PlainType.of(column.typeName()).equals(PADDED);
  }

  /** The blanks at the end of a char(n) are none of its value. */
  private static Object bare(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(0, end);
  }

  private static @Nullable Object bytes(ResultSet row, int position) throws SQLException {
    byte[] bytes = row.getBytes(position);
    return bytes == null ? null : new Bytes(bytes);
  }
}
