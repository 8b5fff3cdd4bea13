package io.rehome.pipelines;

import java.math.BigDecimal;

/** How many of the records read may fall out. */
public sealed interface Allowance {

  /** Whether so many of so many records read are still within it. */
  boolean covers(long fallen, long read);

  /** At most so many. */
  record Count(long most) implements Allowance {
    public Count {
      if (most < 0) {
        throw new IllegalArgumentException("a number of records is not negative: " + most);
      }
    }

    @Override
    public boolean covers(long fallen, long read) {
      return fallen <= most;
    }

    @Override
    public String toString() {
      return Long.toString(most);
    }
  }

  /** At most this share, in percent. */
  record Percent(BigDecimal most) implements Allowance {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public Percent {
      if (most.signum() < 0 || most.compareTo(WHOLE) > 0) {
        throw new IllegalArgumentException("a share is between 0% and 100%: " + most + "%");
      }
    }

    @Override
    public boolean covers(long fallen, long read) {
      BigDecimal allowed = most.multiply(BigDecimal.valueOf(read));
      return BigDecimal.valueOf(fallen).multiply(WHOLE).compareTo(allowed) <= 0;
    }

    @Override
    public String toString() {
      return most.toPlainString() + "%";
    }
  }

  /**
   * Reads "10" as a count and "0.5%" as a share.
   *
   * @throws IllegalArgumentException where the text is neither
   */
  static Allowance parse(String text) {
    try {
      return text.endsWith("%")
          ? new Percent(new BigDecimal(text.substring(0, text.length() - 1).strip()))
          : new Count(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "neither a number of records nor a share (10, 0.5%): " + text, e);
    }
  }
}
