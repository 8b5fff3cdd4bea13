package io.rehome.io.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Numbers as the source holds them. */
final class ExactNumbers {
  private static final int DIGITS_OF_ANY_LONG = 18;
  private static final BigDecimal LOWEST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal HIGHEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal UNSIGNED = BigDecimal.valueOf(2).pow(64);

  private ExactNumbers() {}

  /** An integer of at most 64 bits with sign. */
  static @Nullable Object signed(ResultSet row, int position) throws SQLException {
    long number = row.getLong(position);
    return number == 0 && row.wasNull() ? null : (Object) number;
  }

  /**
   * The bits of a number of at most 64 bits without sign, which the driver hands over as a long.
   */
  static @Nullable Object bits(ResultSet row, int position) throws SQLException {
    long number = row.getLong(position);
    if (number >= 0) {
      return number == 0 && row.wasNull() ? null : (Object) number;
    }
    return BigDecimal.valueOf(number).add(UNSIGNED);
  }

  /** An integer of any size: a Long where it fits. */
  static Object integer(String text) {
    if (text.length() <= DIGITS_OF_ANY_LONG) {
      return Long.parseLong(text);
    }
    BigDecimal number = new BigDecimal(text);
    boolean fits = number.compareTo(LOWEST_LONG) >= 0 && number.compareTo(HIGHEST_LONG) <= 0;
    return fits ? (Object) number.longValueExact() : number;
  }

  /** A decimal with its scale; NaN and the infinities stay text. */
  static Object decimal(String text) {
    char last = text.charAt(text.length() - 1);
    return last >= '0' && last <= '9' ? new BigDecimal(text) : text;
  }
}
