package io.rehome.io.jdbc;

import static java.util.stream.Collectors.joining;

import java.util.Collection;

/** Spells names in PostgreSQL's SQL: always quoted, so that none is read as anything else. */
public final class PgNames {
  private PgNames() {}

  /** The name in double quotes. */
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The names, quoted, with commas between. */
  static String quote(Collection<String> names) {
    return names.stream().map(PgNames::quote).collect(joining(", "));
  }

  static String quote(SourceName table) {
    return quote(table.schema()) + "." + quote(table.name());
  }
}
