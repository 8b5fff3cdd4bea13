package io.rehome.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an entity reads: a table or query of the source as the source's catalog describes it.
 *
 * @param entity the entity that reads it
 * @param from the table's or query's text, as the plan spells it
 * @param where SQL of the source that chooses records; the others are read and SKIPPED
 * @param columns all columns, in the source's order
 * @param key the key's columns; empty where there is none: then a record's key is the hash of its
 *     whole row and an ordinal among equal rows
 */
public record SourceTable(
    String entity, From from, String where, List<SourceColumn> columns, List<SourceColumn> key)
    implements Serializable {

  /** A table, or a query that holds {@code {range}} where the key's interval is to stand. */
  public sealed interface From extends Serializable {
    /** A table or view by name, optionally with its schema. */
    record Table(String name) implements From {}

    /** A query with {@code {range}} in it. */
    record Query(String sql) implements From {}
  }

  public SourceTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** The condition that chooses records; empty where the plan gives none. */
  public Optional<String> condition() {
    return where.isBlank() ? Optional.empty() : Optional.of(where);
  }

  /** Whether records are told apart by their content only. */
  public boolean isKeyless() {
    return key.isEmpty();
  }

  /** The position of each column by its name. */
  public Map<String, Integer> positions() {
    return IntStream.range(0, columns.size())
        .boxed()
        .collect(Collectors.toUnmodifiableMap(i -> columns.get(i).name(), i -> i));
  }
}
