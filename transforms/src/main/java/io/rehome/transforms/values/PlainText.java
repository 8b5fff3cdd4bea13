package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.UUID;

/**
 * The text of a value: a number in plain digits, a date as 2024-01-31, a date and time as
 * 2024-01-31 10:00:00[.ffffff], an instant as 2024-01-31T10:00:00[.ffffff]Z. A binary value has
 * none.
 */
final class PlainText {
  private static final int LONGEST_EXPONENT = 150_000;
  private static final int NANOS_OF_MICRO = 1_000;

  private PlainText() {}

  static String of(Object value) throws RejectedValue {
    if (value instanceof String text) {
      return text;
    } else if (value instanceof Long || value instanceof Boolean || value instanceof UUID) {
      return value.toString();
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof LocalDate date) {
      return date(date);
    } else if (value instanceof LocalTime time) {
      return time(time);
    } else if (value instanceof LocalDateTime moment) {
      return date(moment.toLocalDate()) + ' ' + time(moment.toLocalTime());
    } else if (value instanceof Instant instant) {
      LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      return date(utc.toLocalDate()) + 'T' + time(utc.toLocalTime()) + 'Z';
    }
    throw Refusal.badValue(value, "no text");
  }

  private static String number(Number number) throws RejectedValue {
    if (number instanceof BigDecimal decimal) {
      return plain(decimal);
    } else if (number instanceof Double || number instanceof Float) {
      return floating(number);
    } else if (number instanceof Integer || number instanceof BigInteger) {
      return number.toString();
    }
    throw Refusal.badValue(number, "no text");
  }

  private static String floating(Number number) {
    return Double.isFinite(number.doubleValue())
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : number.toString();
  }

  private static String plain(BigDecimal decimal) throws RejectedValue {
    if (Math.abs((long) decimal.scale()) > LONGEST_EXPONENT) {
      throw Refusal.outOfRange(decimal, "too long to be written in plain digits");
    }
    return decimal.toPlainString();
  }

  private static String date(LocalDate date) {
    return date.toString();
  }

  private static String time(LocalTime time) {
    String seconds = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    int nanos = time.get(ChronoField.NANO_OF_SECOND);
    if (nanos == 0) {
      return seconds;
    }
    return nanos % NANOS_OF_MICRO == 0
        ? seconds + ".%06d".formatted(nanos / NANOS_OF_MICRO)
        : seconds + ".%09d".formatted(nanos);
  }
}
