package io.rehome.io.jdbc;

import io.rehome.model.SourceColumn;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a text can be a value of a key's column. MariaDB would take {@code 'abc'} for 0. */
final class KeyForm {
  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,30}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,80}(\\.\\d{0,80})?|\\.\\d{1,80})([eE][-+]?\\d{1,3})?");
  private static final Pattern BYTES = Pattern.compile("([0-9a-fA-F]{2})*");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private KeyForm() {}

  static boolean fits(List<SourceColumn> columns, List<String> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (!fits(columns.get(i), parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(SourceColumn column, String text) {
    return switch (column.type()) {
      case INTEGER -> INTEGER.matcher(text).matches();
      case DECIMAL, DOUBLE, FLOAT -> NUMBER.matcher(text).matches();
      case BYTES -> BYTES.matcher(text).matches();
      case UUID -> UUID.matcher(text).matches();
      case BOOLEAN, TEXT, JSON, DATE, TIME, DATETIME, INSTANT, OTHER -> text.indexOf('\0') < 0;
    };
  }
}
