package io.rehome.testdata.demo;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.rehome.model.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeLatitudeTest {
  @ParameterizedTest
  @CsvSource({"SW1A 1aa, 51.46", "M14XY, 53.48", "' eh1 2bd', 55.91"})
  void knowsTheAreaByItsLetters(String postcode, BigDecimal latitude) {
    assertThat(mapped(postcode), is(latitude));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "ZZ1 1AA", "SW", "MK1 1AA", "75001"})
  void hasNoLatitudeForAnotherArea(@Nullable String postcode) {
    assertThat(mapped(postcode), is(nullValue()));
  }

  private static @Nullable Object mapped(@Nullable String postcode) {
    return new PostcodeLatitude().map(new Member(postcode));
  }

  /** A row of one column. */
  private record Member(@Nullable String postcode) implements Fields {
    @Override
    public @Nullable Object value(String name) {
      if (!name.equals("postcode")) {
        throw new IllegalArgumentException(name);
      }
      return postcode;
    }

    @Override
    public void used(String rule) {}
  }
}
