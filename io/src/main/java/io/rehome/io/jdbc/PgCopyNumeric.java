package io.rehome.io.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The binary form of PostgreSQL's {@code numeric} ({@code numeric_recv} in its source): groups of
 * four decimal digits, the weight of the first group, the sign, and how many digits are shown after
 * the point.
 */
final class PgCopyNumeric {
  private static final int NEGATIVE = 0x4000;
  private static final BigInteger GROUP = BigInteger.valueOf(10_000);
  private static final int DIGITS_OF_LONG = 18;
  private static final int[] POWERS = {1, 10, 100, 1000};

  private PgCopyNumeric() {}

  static void write(BigDecimal value, PgCopyBuffer buffer) {
    BigDecimal shown = value.scale() < 0 ? value.setScale(0) : value;
    int scale = shown.scale();
    int fill = Math.floorMod(-scale, 4);
    short[] groups =
        shown.precision() + fill <= DIGITS_OF_LONG
            ? small(Math.abs(shown.movePointRight(scale).longValue()) * POWERS[fill])
            : large(shown.unscaledValue().abs().multiply(BigInteger.valueOf(POWERS[fill])));
    write(groups, (scale + fill) / 4, shown.signum() < 0 ? NEGATIVE : 0, scale, buffer);
  }

  /** Groups of four digits, the last first. */
  private static short[] small(long digits) {
    int count = 0;
    for (long rest = digits; rest != 0; rest /= 10_000) {
      count++;
    }
    short[] groups = new short[count];
    long rest = digits;
    for (int i = 0; i < count; i++) {
      groups[i] = (short) (rest % 10_000);
      rest /= 10_000;
    }
    return groups;
  }

  private static short[] large(BigInteger digits) {
    short[] groups = new short[digits.bitLength() / 13 + 1];
    int count = 0;
    for (BigInteger rest = digits; rest.signum() != 0; count++) {
      BigInteger[] parts = rest.divideAndRemainder(GROUP);
      groups[count] = parts[1].shortValue();
      rest = parts[0];
    }
    return Arrays.copyOf(groups, count);
  }

  private static void write(
      short[] groups, int groupsAfterPoint, int sign, int scale, PgCopyBuffer buffer) {
    buffer.int16(groups.length);
    buffer.int16(groups.length == 0 ? 0 : groups.length - groupsAfterPoint - 1);
    buffer.int16(sign);
    buffer.int16(scale);
    for (int i = groups.length - 1; i >= 0; i--) {
      buffer.int16(groups[i]);
    }
  }
}
