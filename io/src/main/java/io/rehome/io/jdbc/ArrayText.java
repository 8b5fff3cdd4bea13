package io.rehome.io.jdbc;

import io.rehome.model.Bytes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes values as the text of a PostgreSQL array: one parameter for a column of a whole batch. */
final class ArrayText {
  private static final String BAD_TEXT = "22021";

  /** A builder that is full doubles: room is made for a text of this length and what follows. */
  private static final int LARGE = 1 << 20;

  private final StringBuilder text = new StringBuilder("{");

  /**
   * The array of these values, in the classes of {@link io.rehome.model.TargetType}.
   *
   * @throws SQLException with the SQL state of an unusable character where a text holds half a
   *     surrogate pair: the driver would send a question mark
   */
  static String of(Stream<? extends @Nullable Object> values) throws SQLException {
    ArrayText array = new ArrayText();
    for (var each = values.iterator(); each.hasNext(); ) {
      array.add(each.next());
    }
    return array.text.append('}').toString();
  }

  private void add(@Nullable Object value) throws SQLException {
    if (text.length() > 1) {
      text.append(',');
    }
    if (value == null) {
      text.append("NULL");
    } else if (value instanceof Number || value instanceof Boolean) {
      text.append(value);
    } else {
      text.append('"');
      quoted(value);
      text.append('"');
    }
  }

  private void quoted(Object value) throws SQLException {
    if (value instanceof String string) {
      escape(string);
    } else if (value instanceof Bytes bytes) {
      text.append("\\\\x").append(HexFormat.of().formatHex(bytes.array()));
    } else if (value instanceof LocalDate date) {
      date(date);
      era(date);
    } else if (value instanceof LocalDateTime moment) {
      moment(moment, "");
    } else if (value instanceof Instant instant) {
      moment(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), "+00");
    } else {
      text.append(value);
    }
  }

  private void moment(LocalDateTime moment, String offset) {
    date(moment.toLocalDate());
    text.append(' ').append(moment.toLocalTime()).append(offset);
    era(moment.toLocalDate());
  }

  /** PostgreSQL counts years before Christ from 1, and adds "BC" at the end. */
  private void date(LocalDate date) {
    int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
    padded(year, year < 1000 ? 1000 : 1);
    text.append('-');
    padded(date.getMonthValue(), 10);
    text.append('-');
    padded(date.getDayOfMonth(), 10);
  }

  private void padded(int number, int leastPower) {
    for (int power = leastPower; power > 1 && number < power; power /= 10) {
      text.append('0');
    }
    text.append(number);
  }

  private void era(LocalDate date) {
    if (date.getYear() <= 0) {
      text.append(" BC");
    }
  }

  private void escape(String string) throws SQLException {
    if (string.length() > LARGE) {
      text.ensureCapacity(text.length() + string.length() + LARGE);
    }
    int plain = 0;
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append(string, plain, i).append('\\');
        plain = i;
      } else if (Character.isSurrogate(c) && !isHalfOfPair(string, i)) {
        throw new SQLException("the text holds half a surrogate pair", BAD_TEXT);
      }
    }
    text.append(string, plain, string.length());
  }

  private static boolean isHalfOfPair(String string, int i) {
    return Character.isHighSurrogate(string.charAt(i))
        ? i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(string.charAt(i - 1));
  }
}
