package io.rehome.io.jdbc;

import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A table or view of the catalog.
 *
 * @param shown its name in a plan: with the schema only where it needs one
 */
record SourceName(String schema, String name, String shown) implements Serializable {

  /** Of a row with its schema, its name, and whether it is found without the schema. */
  static SourceName of(ResultSet row) throws SQLException {
    String schema = row.getString(1);
    String name = row.getString(2);
    return new SourceName(schema, name, row.getBoolean(3) ? name : schema + "." + name);
  }

  boolean isCalled(String text) {
    return shown.equals(text) || (schema + "." + name).equals(text);
  }
}
