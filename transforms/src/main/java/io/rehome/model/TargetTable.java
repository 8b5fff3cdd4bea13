package io.rehome.model;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A table of the target, as the target's catalog describes it.
 *
 * @param name as the plan spells it, optionally with its schema
 * @param key the primary key's columns; empty where there is none
 * @param uniques the columns of each further unique constraint or unique index over plain columns
 */
public record TargetTable(
    String name,
    List<TargetColumn> columns,
    List<String> key,
    List<List<String>> uniques,
    List<ForeignKey> foreignKeys)
    implements Serializable {

  /** A foreign key; {@code timing} says when the target looks at it. */
  public record ForeignKey(List<String> columns, String table, Timing timing)
      implements Serializable {
    public ForeignKey {
      columns = List.copyOf(columns);
    }
  }

  /** When a constraint is looked at. */
  public enum Timing {
    /** At once; it cannot be put off. */
    IMMEDIATE,
    /** It can be put off to the end of a transaction. */
    DEFERRABLE
  }

  public TargetTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    uniques = List.copyOf(uniques);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /** The column of this name, spelled exactly. */
  public Optional<TargetColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
