package io.rehome.io.jdbc;

import static java.util.stream.Collectors.joining;

import io.rehome.model.DocumentShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The statements that load documents of one shape. A batch is a set {@code u}: a column {@code c0,
 * c1, ...} for each of the shape's, and {@code position}, which counts from 1.
 */
final class TableSql {
  private final String table;
  private final List<ColumnSql> columns;
  private final int[] key;
  private final boolean arbitersAreImmediate;

  /**
   * @param table the table's quoted name
   * @param timing of the table's unique indexes: ON CONFLICT does not look at those put off
   */
  TableSql(String table, DocumentShape shape, Uniqueness timing) {
    this.table = table;
    this.columns = shape.columns().stream().map(ColumnSql::of).toList();
    this.key = shape.keyPositions();
    this.arbitersAreImmediate = timing == Uniqueness.IMMEDIATE;
  }

  /** When the table's unique indexes are looked at. */
  enum Uniqueness {
    IMMEDIATE,
    /** Some only at the end of a statement or transaction. */
    DEFERRABLE
  }

  /** Binary COPY of new rows: any that is refused fails all. */
  String copy() {
    return "copy " + table + " (" + names() + ") from stdin (format binary)";
  }

  /** Inserts those rows that collide with none, and answers their positions. */
  String insert() {
    return """
        with u as materialized (select * from %s),
        written (%s) as (
          insert into %s as t (%s) overriding system value
          select %s from u %s order by position
          %s
          returning %s)
        select u.position from u join written w on %s
        """
        .formatted(
            batch(),
            keys(i -> "k" + i, ", "),
            table,
            names(),
            all(i -> columns.get(i).assigned("u.c" + i)),
            arbitersAreImmediate ? "" : "where not exists (" + present() + ")",
            arbitersAreImmediate ? "on conflict do nothing" : "",
            keys(i -> "t." + columns.get(i).name(), ", "),
            keys(i -> "w.k" + i + " = " + columns.get(i).assigned("u.c" + i), " and "));
  }

  /** Inserts rows, and fails where one is refused. */
  String insertPlainly() {
    return "insert into %s (%s) overriding system value select %s from %s"
        .formatted(table, names(), all(i -> columns.get(i).assigned("u.c" + i)), batch());
  }

  /** For each document whose key is there: its position, and whether the row holds it. */
  String compare() {
    return "select u.position, %s from %s join %s as t on %s"
        .formatted(holds("u.c"), batch(), table, found("u.c"));
  }

  /**
   * Replaces rows that still hold the old document by the new one, and answers their positions. The
   * old document's columns follow the new one's, as {@code h0, h1, ...}.
   */
  String update() {
    return overwrite(batchWithHeld()) + " and " + holds("u.h") + " returning u.position";
  }

  /** Replaces rows whatever they hold, and answers their positions. */
  String overwrite() {
    return overwrite(batch()) + " returning u.position";
  }

  /** Deletes rows that hold their document. */
  String delete() {
    return "delete from %s as t using %s where %s and %s"
        .formatted(table, batch(), found("u.c"), holds("u.c"));
  }

  /** Deletes rows that hold their document, and answers their positions. */
  String deleteHeld() {
    return delete() + " returning u.position";
  }

  /** Deletes rows whatever they hold, and answers their positions. */
  String deleteAnyway() {
    return "delete from %s as t using %s where %s returning u.position"
        .formatted(table, batch(), found("u.c"));
  }

  /**
   * Sets columns of rows that hold their document, and answers their positions. The new values come
   * first, each as an array of one.
   */
  String setHeld(List<ColumnSql> set) {
    return setAll(set) + " and " + holds("u.c") + " returning u.position";
  }

  /** Sets columns of rows whatever they hold. */
  String setAnyway(List<ColumnSql> set) {
    return setAll(set) + " returning u.position";
  }

  private String setAll(List<ColumnSql> set) {
    String assignments =
        set.stream()
            .map(
                column ->
                    column.name() + " = " + column.assigned("(" + column.parameter() + ")[1]"))
            .collect(joining(", "));
    return "update %s as t set %s from %s where %s"
        .formatted(table, assignments, batch(), found("u.c"));
  }

  /** The positions of those whose key is there; takes the key's columns only. */
  String keysPresent() {
    return "select u.position from " + keys() + " where exists (" + present() + ")";
  }

  /** For each of these unique columns' values that a row holds: its position, and the row's key. */
  String holders(List<Integer> unique) {
    return "select u.position, %s from %s join %s as t on %s"
        .formatted(
            keys(i -> "cast(t." + columns.get(i).name() + " as text)", ", "),
            batch(),
            table,
            unique.stream().map(i -> columns.get(i).matches("u.c" + i)).collect(joining(" and ")));
  }

  /** The positions of those whose parent is not there; NULL has none. */
  String orphans(List<Integer> child, String parent, List<String> parentColumns) {
    return "select u.position from %s where %s and not exists (select from %s as t where %s)"
        .formatted(
            batch(),
            child.stream().map(i -> "u.c" + i + " is not null").collect(joining(" and ")),
            parent,
            IntStream.range(0, child.size())
                .mapToObj(
                    i ->
                        "t.%s = %s"
                            .formatted(
                                PgNames.quote(parentColumns.get(i)),
                                columns.get(child.get(i)).assigned("u.c" + child.get(i))))
                .collect(joining(" and ")));
  }

  /** The table's quoted name. */
  String table() {
    return table;
  }

  /** Whether there is anything besides the key that could differ. */
  boolean hasContent() {
    return columns.size() > key.length;
  }

  private String overwrite(String batch) {
    return "update %s as t set %s from %s where %s"
        .formatted(
            table,
            content(i -> columns.get(i).name() + " = " + columns.get(i).assigned("u.c" + i), ", "),
            batch,
            found("u.c"));
  }

  private String batch() {
    return "unnest(%s) with ordinality as u (%s, position)"
        .formatted(all(i -> columns.get(i).parameter()), all(i -> "c" + i));
  }

  private String keys() {
    return "unnest(%s) with ordinality as u (%s, position)"
        .formatted(keys(i -> columns.get(i).parameter(), ", "), keys(i -> "c" + i, ", "));
  }

  private String batchWithHeld() {
    String parameters = all(i -> columns.get(i).parameter());
    return "unnest(%s, %s) with ordinality as u (%s, %s, position)"
        .formatted(parameters, parameters, all(i -> "c" + i), all(i -> "h" + i));
  }

  private String present() {
    return "select from " + table + " as t where " + found("u.c");
  }

  private String found(String prefix) {
    return keys(i -> columns.get(i).matches(prefix + i), " and ");
  }

  private String holds(String prefix) {
    return hasContent()
        ? "(" + content(i -> "(" + columns.get(i).holds(prefix + i) + ")", " and ") + ")"
        : "true";
  }

  private String names() {
    return all(i -> columns.get(i).name());
  }

  private String all(IntFunction<String> part) {
    return IntStream.range(0, columns.size()).mapToObj(part).collect(joining(", "));
  }

  private String keys(IntFunction<String> part, String between) {
    return IntStream.of(key).mapToObj(part).collect(joining(between));
  }

  private String content(IntFunction<String> part, String between) {
    List<Integer> content = new ArrayList<>();
    IntStream.range(0, columns.size()).forEach(content::add);
    IntStream.of(key).forEach(i -> content.remove(Integer.valueOf(i)));
    return content.stream().map(part::apply).collect(joining(between));
  }
}
