package io.rehome.io.jdbc;

import static java.util.stream.Collectors.joining;

import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetKey;
import io.rehome.model.TargetType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The statements that read documents of one shape back. They know nothing of those that load.
 *
 * @param table the table's quoted name
 */
record ReadingSql(String table, DocumentShape shape) {

  /** The position of each asked key, and the columns of its row. */
  String fetch() {
    return "select u.position, %s from unnest(%s) with ordinality as u (%s, position) join %s as t on %s"
        .formatted(
            columns(shape.columns()),
            each(shape.key(), i -> "cast(? as text[])", ", "),
            each(shape.key(), i -> "k" + i, ", "),
            table,
            each(shape.key(), i -> isKey(i, shape.key().get(i)), " and "));
  }

  private static String isKey(int position, TargetColumn column) {
    String text = "u.k" + position;
    return "t."
        + PgNames.quote(column.name())
        + " = "
        + (column.type() == TargetType.BYTES
            ? "decode(" + text + ", 'hex')"
            : "cast(" + text + " as " + PlainType.of(column.typeName()) + ")");
  }

  void bindKeys(PreparedStatement statement, List<TargetKey> keys) throws SQLException {
    int width = shape.key().size();
    List<List<String>> parts = keys.stream().map(key -> key.parts(width)).toList();
    for (int i = 0; i < width; i++) {
      int column = i;
      bind(statement, i + 1, parts.stream().map(key -> key.get(column)).toList());
    }
  }

  private static void bind(
      PreparedStatement statement, int position, List<? extends @Nullable String> texts)
      throws SQLException {
    statement.setArray(position, statement.getConnection().createArrayOf("text", texts.toArray()));
  }

  /** The keys of all rows, in their order. */
  String keys() {
    return "select %s from %s as t order by %s"
        .formatted(
            columns(shape.key()),
            table,
            each(shape.key(), i -> "t." + PgNames.quote(shape.key().get(i).name()), ", "));
  }

  private static String columns(List<TargetColumn> columns) {
    return each(columns, i -> selected(columns.get(i)), ", ");
  }

  private static String selected(TargetColumn column) {
    String name = "t." + PgNames.quote(column.name());
    return column.type() == TargetType.OTHER ? "cast(" + name + " as text)" : name;
  }

  /** Whether the shape has columns whose values only the target can compare. */
  static boolean spells(DocumentShape shape) {
    return shape.columns().stream().anyMatch(column -> column.type() == TargetType.OTHER);
  }

  /** The documents, with the values of such columns as the target spells them. */
  List<Document> spelled(Connection connection, List<Document> documents) throws SQLException {
    List<List<@Nullable Object>> values = new ArrayList<>();
    documents.forEach(document -> values.add(new ArrayList<>(document.values())));
    for (int i = 0; i < shape.columns().size(); i++) {
      if (shape.columns().get(i).type() == TargetType.OTHER) {
        spell(connection, i, values);
      }
    }
    return values.stream().map(Document::new).toList();
  }

  private void spell(Connection connection, int column, List<List<@Nullable Object>> values)
      throws SQLException {
    String sql =
        "select position, cast(cast(v as %s) as text) from unnest(cast(? as text[])) with ordinality as u (v, position)"
            .formatted(shape.columns().get(column).typeName());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(
          statement,
          1,
          values.stream().<@Nullable String>map(row -> (String) row.get(column)).toList());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          values.get(row.getInt(1) - 1).set(column, row.getString(2));
        }
      }
    }
  }

  private static String each(
      List<TargetColumn> columns, java.util.function.IntFunction<String> part, String between) {
    return IntStream.range(0, columns.size()).mapToObj(part).collect(joining(between));
  }
}
