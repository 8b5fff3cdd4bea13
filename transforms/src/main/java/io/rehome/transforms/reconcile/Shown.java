package io.rehome.transforms.reconcile;

import io.rehome.model.Bytes;
import io.rehome.model.FieldDifference;
import java.math.BigDecimal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Values as text for people: plain digits, ISO dates, hexadecimal bytes. */
final class Shown {
  /** As much of a value as a report has room for. */
  private static final int MOST = 200;

  private static final int BEFORE = 20;
  private static final String CUT = "…";

  private Shown() {}

  static FieldDifference difference(
      String column, @Nullable Object expected, @Nullable Object found) {
    String wanted = text(expected);
    String held = text(found);
    int from = wanted == null || held == null ? 0 : firstDifference(wanted, held);
    return new FieldDifference(column, excerpt(wanted, from), excerpt(held, from));
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Bytes bytes) {
      return "0x" + HexFormat.of().formatHex(bytes.array());
    }
    return value == null ? null : value.toString();
  }

  private static int firstDifference(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return i;
      }
    }
    return length;
  }

  /** A long text from a little before this place. */
  private static @Nullable String excerpt(@Nullable String text, int place) {
    if (text == null || text.length() <= MOST) {
      return text;
    }
    int start = place <= MOST - BEFORE ? 0 : whole(text, place - BEFORE);
    int end = whole(text, Math.min(text.length(), start + MOST));
    return (start > 0 ? CUT : "") + text.substring(start, end) + (end < text.length() ? CUT : "");
  }

  /** A place that does not part a pair of surrogates. */
  private static int whole(String text, int place) {
    return place < text.length() && Character.isLowSurrogate(text.charAt(place))
        ? place - 1
        : place;
  }
}
