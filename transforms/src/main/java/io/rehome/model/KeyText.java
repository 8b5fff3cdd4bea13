package io.rehome.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The text of a key: the value itself where the key is one column, else a JSON array of strings.
 * Injective for a given number of columns: ("a", "b,c") and ("a,b", "c") differ.
 */
final class KeyText {
  private KeyText() {}

  /** A value's text in a key: plain digits, ISO dates, lower-case hexadecimal for bytes. */
  static String of(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof Bytes bytes
        ? HexFormat.of().formatHex(bytes.array())
        : value.toString();
  }

  /** The text of the key of these values. */
  static String ofValues(List<?> values) {
    return values.size() == 1 ? of(values.get(0)) : join(values.stream().map(KeyText::of).toList());
  }

  static String join(List<String> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    StringBuilder text = new StringBuilder("[");
    for (String part : parts) {
      text.append(text.length() == 1 ? "" : ",");
      quote(part, text);
    }
    return text.append(']').toString();
  }

  static List<String> split(String text, int columns) {
    return columns == 1 ? List.of(text) : new Parser(text, columns).parts();
  }

  private static void quote(String part, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  /** Reads what {@link #quote} writes, and the other escapes that JSON knows. */
  private static final class Parser {
    private final String text;
    private final int columns;
    private int at;

    Parser(String text, int columns) {
      this.text = text;
      this.columns = columns;
    }

    List<String> parts() {
      List<String> parts = new ArrayList<>(columns);
      expect('[');
      do {
        parts.add(string());
      } while (next() == ',');
      if (text.charAt(at - 1) != ']' || at != text.length() || parts.size() != columns) {
        throw malformed();
      }
      return List.copyOf(parts);
    }

    private String string() {
      expect('"');
      StringBuilder part = new StringBuilder();
      for (char c = next(); c != '"'; c = next()) {
        part.append(c == '\\' ? escape(next()) : c);
      }
      return part.toString();
    }

    private char escape(char c) {
      return switch (c) {
        case 'n' -> '\n';
        case 't' -> '\t';
        case 'r' -> '\r';
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'u' -> (char) (digit() << 12 | digit() << 8 | digit() << 4 | digit());
        default -> c;
      };
    }

    private int digit() {
      return HexFormat.fromHexDigit(next());
    }

    private void expect(char wanted) {
      if (next() != wanted) {
        throw malformed();
      }
    }

    private char next() {
      if (at >= text.length()) {
        throw malformed();
      }
      return text.charAt(at++);
    }

    private IllegalArgumentException malformed() {
      return new IllegalArgumentException(
          "not a key of " + columns + " columns (a JSON array of strings): " + text);
    }
  }
}
