package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VolumeTest {

  @ParameterizedTest
  @CsvSource({"0, 10000", "1, 200", "500, 500", "2000, 2000", "1000000, 10000"})
  void rangesOfASlowReadingAreSmaller(long rowsPerSecond, long rows) {
    assertThat(Volume.of(1 << 30, rowsPerSecond).rangeRows(), is(rows));
  }
}
