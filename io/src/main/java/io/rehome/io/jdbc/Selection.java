package io.rehome.io.jdbc;

import static java.util.stream.Collectors.joining;

import io.rehome.model.SourceColumn;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the rows of a table or query are selected.
 *
 * @param relation what follows FROM: the table's quoted name; empty for a query
 * @param columns what is read, in the order of the table's columns
 */
record Selection(
    SourceDialect dialect, SourceTable table, String relation, List<SourceColumn> columns)
    implements Serializable {
  /** Stands in a query for the condition. */
  static final String RANGE = "{range}";

  private static final int BUCKETS = 4096;
  private static final SourceColumn BUCKET =
      new SourceColumn("bucket", SourceType.INTEGER, "integer");

  /** All columns of these names and of the key; without names, and without a key, all. */
  static Selection of(
      SourceDialect dialect, SourceTable table, String relation, List<String> names) {
    Set<String> wanted = Set.copyOf(names);
    List<SourceColumn> columns =
        table.columns().stream()
            .filter(
                column ->
                    wanted.isEmpty()
                        || table.isKeyless()
                        || wanted.contains(column.name())
                        || table.key().contains(column))
            .toList();
    return new Selection(dialect, table, relation, columns);
  }

  /** The number of buckets into which the rows of a keyless table fall. */
  static int buckets() {
    return BUCKETS;
  }

  /** What tells the range of a row: its key, or the bucket of its content. */
  KeyCondition key() {
    return table.isKeyless()
        ? new KeyCondition(
            dialect,
            List.of(new KeyCondition.Part(dialect.bucket(table.columns(), BUCKETS), BUCKET)))
        : KeyCondition.of(dialect, table.key());
  }

  /** Rows under a condition, in the key's order; the last column is 1 where WHERE chooses them. */
  String rows(String condition) {
    return select(list(), condition) + (table.isKeyless() ? "" : " order by " + key().list());
  }

  /** Any expressions over the rows under a condition. */
  String select(String list, String condition) {
    if (table.from() instanceof SourceTable.From.Query query) {
      return "select "
          + list
          + " from (\n"
          + inner(query, condition)
          + "\n) as source_rows"
          + outer(condition);
    }
    return "select " + list + " from " + relation + " where " + condition;
  }

  /** How often the condition stands in a statement. */
  int conditions() {
    return table.from() instanceof SourceTable.From.Query query && !table.isKeyless()
        ? query.sql().split(Pattern.quote(RANGE), -1).length - 1
        : 1;
  }

  private String inner(SourceTable.From.Query query, String condition) {
    String range = table.isKeyless() ? "1 = 1" : condition;
    return dialect.verbatim(query.sql()).strip().replaceFirst(";$", "").replace(RANGE, range);
  }

  private String outer(String condition) {
    return table.isKeyless() ? " where " + condition : "";
  }

  private String list() {
    String values = columns.stream().map(dialect::selected).collect(joining(", "));
    return table.condition().map(where -> values + ", " + chosen(where)).orElse(values);
  }

  private String chosen(String where) {
    return "case when (\n" + dialect.verbatim(where) + "\n) then 1 else 0 end";
  }
}
