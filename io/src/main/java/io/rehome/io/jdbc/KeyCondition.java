package io.rehome.io.jdbc;

import static java.util.stream.Collectors.joining;

import io.rehome.model.KeyRange;
import io.rehome.model.SourceColumn;
import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a key's interval and of a set of keys, in the source's own order. One text serves all
 * ranges: an open bound is a parameter that both engines fold away before they choose an index
 * (seen in their plans). A composite bound is written out as {@code a >= ? and (a > ? or b > ?)}:
 * MariaDB uses no index for {@code (a, b) > (?, ?)}.
 *
 * @param columns what is compared: an expression each
 */
record KeyCondition(SourceDialect dialect, List<Part> columns) implements Serializable {

  /** One compared expression and the column whose type its values have. */
  record Part(String expression, SourceColumn column) implements Serializable {}

  static KeyCondition of(SourceDialect dialect, List<SourceColumn> key) {
    return new KeyCondition(
        dialect, key.stream().map(column -> new Part(dialect.comparable(column), column)).toList());
  }

  /** The rows of a range; rows whose key holds a NULL are in the range that the dialect says. */
  String range() {
    return "((? = 1 or (%s)) and (? = 1 or (%s)) or ? = 1 and (%s))"
        .formatted(bound(0, " > ", " > "), bound(0, " < ", " <= "), nulls());
  }

  /** The rows above a key, those with a NULL left out. */
  String above() {
    return bound(0, " > ", " > ");
  }

  /** The rows whose key has no NULL. */
  String known() {
    return columns.stream()
        .map(part -> part.expression() + " is not null")
        .collect(joining(" and "));
  }

  /** The rows of so many keys. */
  String anyOf(int keys) {
    if (columns.size() == 1) {
      String parameters = String.join(", ", Collections.nCopies(keys, parameter(0)));
      return columns.get(0).expression() + " in (" + parameters + ")";
    }
    return String.join(" or ", Collections.nCopies(keys, "(" + equal() + ")"));
  }

  /** The columns, as ORDER BY and SELECT take them. */
  String list() {
    return columns.stream().map(Part::expression).collect(joining(", "));
  }

  private String equal() {
    List<String> equals = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      equals.add(compared(i, " = "));
    }
    return String.join(" and ", equals);
  }

  private String nulls() {
    return columns.stream().map(part -> part.expression() + " is null").collect(joining(" or "));
  }

  private String bound(int from, String strict, String last) {
    if (from == columns.size() - 1) {
      return compared(from, last);
    }
    String weak = strict.stripTrailing() + "= ";
    String rest = bound(from + 1, strict, last);
    return compared(from, weak) + " and (" + compared(from, strict) + " or " + rest + ")";
  }

  private String compared(int index, String operator) {
    return columns.get(index).expression() + operator + parameter(index);
  }

  private String parameter(int index) {
    return dialect.parameter(columns.get(index).column());
  }

  /** Sets the parameters of {@link #range}, which stands so many times in the statement. */
  void bind(PreparedStatement statement, KeyRange range, int times) throws SQLException {
    Parameters parameters = new Parameters(statement);
    for (int i = 0; i < times; i++) {
      parameters.flag(range.low().isEmpty());
      parameters.bound(range.low());
      parameters.flag(range.high().isEmpty());
      parameters.bound(range.high());
      parameters.flag(dialect.nullKeys().areIn(range));
    }
  }

  /** Sets the parameters of {@link #above}, which stands so many times in the statement. */
  void bindAbove(PreparedStatement statement, List<String> key, int times) throws SQLException {
    bindAbove(statement, key, times, 0);
  }

  /** {@link #bindAbove(PreparedStatement, List, int)}, after so many other parameters. */
  void bindAbove(PreparedStatement statement, List<String> key, int times, int behind)
      throws SQLException {
    Parameters parameters = new Parameters(statement);
    parameters.position = behind;
    for (int i = 0; i < times; i++) {
      parameters.bound(key);
    }
  }

  /** Sets the parameters of {@link #anyOf}, which stands so many times in the statement. */
  void bindAnyOf(PreparedStatement statement, List<List<String>> keys, int times)
      throws SQLException {
    Parameters parameters = new Parameters(statement);
    for (int i = 0; i < times; i++) {
      for (List<String> key : keys) {
        parameters.key(key);
      }
    }
  }

  private final class Parameters {
    private final PreparedStatement statement;
    private int position;

    Parameters(PreparedStatement statement) {
      this.statement = statement;
    }

    void flag(boolean on) throws SQLException {
      statement.setInt(++position, on ? 1 : 0);
    }

    /** All but the last column stand twice in a bound. */
    void bound(List<String> key) throws SQLException {
      for (int i = 0; i < columns.size(); i++) {
        String part = key.isEmpty() ? null : key.get(i);
        value(i, part);
        if (i < columns.size() - 1) {
          value(i, part);
        }
      }
    }

    void key(List<String> key) throws SQLException {
      for (int i = 0; i < columns.size(); i++) {
        value(i, key.get(i));
      }
    }

    void value(int index, @Nullable String text) throws SQLException {
      dialect.bind(statement, ++position, columns.get(index).column(), text);
    }
  }
}
