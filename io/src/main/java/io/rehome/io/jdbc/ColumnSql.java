package io.rehome.io.jdbc;

import io.rehome.model.TargetColumn;
import io.rehome.model.TargetType;

/**
 * How one column appears in the statements of a load. {@code value} stands for the batch's column,
 * as in {@code u.c3}; the target's table is always {@code t}.
 */
record ColumnSql(TargetColumn column, String name, String plainType) {

  static ColumnSql of(TargetColumn column) {
    return new ColumnSql(column, PgNames.quote(column.name()), PlainType.of(column.typeName()));
  }

  /** The parameter that holds the batch's values of this column. */
  String parameter() {
    return "cast(? as " + (travelsAsText() ? "text" : plainType) + "[])";
  }

  /** A value of the batch, ready to be assigned to the column. */
  String assigned(String value) {
    return travelsAsText() ? "cast(" + value + " as " + plainType + ")" : value;
  }

  /** Finds the row by this column of its key. */
  String matches(String value) {
    return "t." + name + " = " + assigned(value);
  }

  /**
   * Whether the row holds this very value. Text is compared by its characters, not by a collation;
   * types that know no equality, or too lax a one, are compared as the target spells them.
   */
  String holds(String value) {
    return switch (column.type()) {
      case TEXT -> text(value);
      case JSON -> spelled() + " is not distinct from " + spelled(value, plainType);
      case OTHER -> spelled() + " is not distinct from " + spelled(value, column.typeName());
      default -> "t." + name + " is not distinct from " + value;
    };
  }

  /** A char(n) ends in as many blanks as fit; its own comparison knows that. */
  private String text(String value) {
    return plainType.equals("bpchar")
        ? "t." + name + " collate \"C\" is not distinct from " + value
        : spelled() + " collate \"C\" is not distinct from cast(" + value + " as text)";
  }

  private String spelled() {
    return "cast(t." + name + " as text)";
  }

  private static String spelled(String value, String type) {
    return "cast(cast(" + value + " as " + type + ") as text)";
  }

  /** Arrays of these types cannot be written, or their elements could be arrays themselves. */
  private boolean travelsAsText() {
    return column.type() == TargetType.JSON || column.type() == TargetType.OTHER;
  }
}
