package io.rehome.io.jdbc;

import java.io.Serializable;

/**
 * A table or view of the catalog.
 *
 * @param shown its name in a plan: with the schema only where it needs one
 */
record SourceName(String schema, String name, String shown) implements Serializable {

  boolean isCalled(String text) {
    return shown.equals(text) || (schema + "." + name).equals(text);
  }
}
