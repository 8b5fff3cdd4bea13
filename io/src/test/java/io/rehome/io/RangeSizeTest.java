package io.rehome.io;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A range holds whole pages where it holds more than one. */
final class RangeSizeTest {

  @ParameterizedTest
  @CsvSource({
    "100, 10000", // as many as rows are asked for
    "250, 8000", // 8,388 would fit
    "1048, 2000", // one page, and no row of the next
    "1049, 1999", // less than a page
    "5000000, 1" // a row that is too large
  })
  void holdsWholePages(long rowBytes, long rows) {
    RangeSize size = new RangeSize(10_000, 2_097_152, 2000);

    assertThat(size.rowsOf(rowBytes), is(rows));
  }

  @ParameterizedTest
  @CsvSource({"100, 10000", "250, 8388"})
  void holdsWhatFitsWhereNoPagesAreRead(long rowBytes, long rows) {
    assertThat(new RangeSize(10_000, 2_097_152).rowsOf(rowBytes), is(rows));
  }
}
