package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AllowanceTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 100, true",
    "0, 1, 100, false",
    "10, 10, 10, true",
    "0.5%, 5, 1000, true",
    "0.5%, 6, 1000, false",
    "0%, 0, 0, true",
    "100%, 7, 7, true"
  })
  void coversUpToItsNumberOrShare(String text, long fallen, long read, boolean covered) {
    assertThat(Allowance.parse(text).covers(fallen, read), is(covered));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ten", "-1", "1.5", "101%", "-1%", "%", "1%%"})
  void refusesWhatIsNeitherNumberNorShare(String text) {
    assertThrows(IllegalArgumentException.class, () -> Allowance.parse(text));
  }

  @Test
  void readsBackAsWritten() {
    assertThat(Allowance.parse("0.50%").toString(), is("0.50%"));
    assertThat(Allowance.parse("12").toString(), is("12"));
  }
}
