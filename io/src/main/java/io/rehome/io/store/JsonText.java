package io.rehome.io.store;

import io.rehome.io.jdbc.PgCopyBuffer;
import io.rehome.model.Bytes;
import io.rehome.model.Reference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes named values as one JSON object, in their order: exact numbers unquoted, bytes as {@code
 * {"base64": "..."}}, all else as its text. U+0000 and halves of surrogate pairs, which
 * PostgreSQL's text cannot hold, stand as escapes. The names are encoded once.
 */
final class JsonText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /**
   * So many bytes are encoded in one go: whole groups of three, so that no padding comes between.
   */
  private static final int SLICE = 3 << 14;

  private final List<byte[]> names;

  JsonText(List<String> names) {
    PgCopyBuffer buffer = new PgCopyBuffer();
    this.names = names.stream().map(name -> encodedName(name, buffer)).toList();
  }

  private static byte[] encodedName(String name, PgCopyBuffer buffer) {
    buffer.clear();
    string(name, buffer);
    buffer.int8(':');
    return buffer.bytes();
  }

  /** Appends the object of these values, one for each name. */
  void write(List<@Nullable Object> values, PgCopyBuffer out) {
    if (values.size() != names.size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + names.size() + " columns");
    }
    char before = '{';
    for (int i = 0; i < names.size(); i++) {
      out.int8(before);
      out.raw(names.get(i));
      value(values.get(i), out);
      before = ',';
    }
    if (names.isEmpty()) {
      out.int8('{');
    }
    out.int8('}');
  }

  /** The object of these values as a string. */
  String text(List<@Nullable Object> values) {
    PgCopyBuffer buffer = new PgCopyBuffer();
    write(values, buffer);
    return buffer.text(0);
  }

  private static void value(@Nullable Object value, PgCopyBuffer out) {
    if (value == null) {
      out.ascii("null");
    } else if (value instanceof String text) {
      string(text, out);
    } else if (value instanceof Long || value instanceof BigDecimal || value instanceof Boolean) {
      out.ascii(value.toString());
    } else if (value instanceof Double number) {
      floating(number.toString(), Double.isFinite(number), out);
    } else if (value instanceof Float number) {
      floating(number.toString(), Float.isFinite(number), out);
    } else if (value instanceof Bytes bytes) {
      base64(bytes, out);
    } else if (value instanceof Reference reference) {
      string(reference.key().text(), out);
    } else if (value instanceof Instant instant) {
      quoted(content -> PlainTimes.write(instant, content), out);
    } else if (value instanceof LocalDateTime time) {
      quoted(content -> PlainTimes.write(time, content), out);
    } else {
      string(value.toString(), out);
    }
  }

  private static void floating(String text, boolean isNumber, PgCopyBuffer out) {
    if (isNumber) {
      out.ascii(text);
    } else {
      string(text, out);
    }
  }

  private static void quoted(Consumer<PgCopyBuffer> content, PgCopyBuffer out) {
    out.int8('"');
    content.accept(out);
    out.int8('"');
  }

  private static void base64(Bytes bytes, PgCopyBuffer out) {
    byte[] all = bytes.array();
    out.ascii("{\"base64\":\"");
    for (int at = 0; at < all.length; at += SLICE) {
      byte[] some = Arrays.copyOfRange(all, at, Math.min(at + SLICE, all.length));
      out.raw(Base64.getEncoder().encode(some));
    }
    out.ascii("\"}");
  }

  /** Appends a quoted string. */
  static void string(String text, PgCopyBuffer out) {
    out.int8('"');
    int length = text.length();
    for (int i = out.plain(text, 0); i < length; i = out.plain(text, i)) {
      i += special(text, i, out);
    }
    out.int8('"');
  }

  /** Appends the character at {@code i}; answers how many UTF-16 units it takes. */
  private static int special(String text, int i, PgCopyBuffer out) {
    int point = text.codePointAt(i);
    if (Character.isSupplementaryCodePoint(point)) {
      out.codePoint(point);
      return 2;
    }
    special((char) point, out);
    return 1;
  }

  private static void special(char c, PgCopyBuffer out) {
    switch (c) {
      case '"', '\\' -> escape(c, out);
      case '\n' -> escape('n', out);
      case '\r' -> escape('r', out);
      case '\t' -> escape('t', out);
      default -> {
        if (c < ' ' || Character.isSurrogate(c)) {
          unicodeEscape(c, out);
        } else {
          out.codePoint(c);
        }
      }
    }
  }

  private static void escape(char letter, PgCopyBuffer out) {
    out.int8('\\');
    out.int8(letter);
  }

  private static void unicodeEscape(char c, PgCopyBuffer out) {
    escape('u', out);
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.int8(HEX[(c >> shift) & 0xF]);
    }
  }
}
