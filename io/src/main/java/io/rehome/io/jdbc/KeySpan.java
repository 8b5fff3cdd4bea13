package io.rehome.io.jdbc;

import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The integers from the lowest to the highest key. */
record KeySpan(BigDecimal low, BigDecimal high) {
  /** A span is dense where at least one in so many of its numbers is a key. */
  private static final BigDecimal SPARSE = BigDecimal.valueOf(4);

  /** The numbers of buckets. */
  static KeySpan ofBuckets(long buckets) {
    return new KeySpan(BigDecimal.ZERO, BigDecimal.valueOf(buckets - 1));
  }

  boolean isDense(long keys) {
    return width().compareTo(BigDecimal.valueOf(keys).multiply(SPARSE)) <= 0;
  }

  /** Bounds of ranges of so many numbers, so that none holds more keys; the last is open. */
  List<List<String>> steps(long numbers) {
    List<List<String>> bounds = new ArrayList<>();
    BigDecimal step = BigDecimal.valueOf(numbers);
    BigDecimal bound = low.add(step).subtract(BigDecimal.ONE);
    for (; bound.compareTo(high) < 0; bound = bound.add(step)) {
      bounds.add(List.of(bound.toPlainString()));
    }
    return bounds;
  }

  /** Bounds of so many ranges of equal width. */
  List<List<String>> parts(long ranges) {
    return ranges <= 1
        ? List.of()
        : steps(LongMath.divide(width().longValueExact(), ranges, RoundingMode.CEILING));
  }

  private BigDecimal width() {
    return high.subtract(low).add(BigDecimal.ONE);
  }
}
