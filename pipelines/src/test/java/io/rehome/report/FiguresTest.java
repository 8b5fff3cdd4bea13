package io.rehome.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0 %",
    "1, 1000000, < 0.01 %",
    "999999, 1000000, > 99.99 %",
    "10, 10, 100 %",
    "1, 3, 33.3 %",
    "1, 200, 0.5 %"
  })
  void neverRoundsAShareToNoneOrAll(long part, long whole, String text) {
    assertThat(Figures.share(part, whole), is(text));
  }

  @ParameterizedTest
  @CsvSource({"PT0.84S, 0.8 s", "PT12.6S, 12 s", "PT3M20S, 3 min 20 s", "PT2H5M9S, 2 h 5 min"})
  void tellsDurationsInTwoUnitsAtMost(Duration time, String text) {
    assertThat(Figures.duration(time), is(text));
  }
}
