package io.rehome.testdata.demo;

/** How large a marketplace is: about how many records it has in all its tables. */
public record Scale(long records) {
  /** What the demo takes if it is not told otherwise. */
  public static final Scale DEFAULT = new Scale(200_000);

  /** The smallest that holds each kind of blemish. */
  public static final Scale SMALL = new Scale(10_000);

  private static final long SMALLEST = 1_000;
  private static final long LARGEST = 50_000_000;
  private static final long WHOLE = 1_000;

  public Scale {
    if (records < SMALLEST || records > LARGEST) {
      throw new IllegalArgumentException(
          "%,d records: the demo takes %,d to %,d".formatted(records, SMALLEST, LARGEST));
    }
  }

  long thousandths(int share) {
    return records * share / WHOLE;
  }
}
