package io.rehome.transforms.expression;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FunctionsTest {

  static Stream<Arguments> documented() {
    return Functions.byFamily().values().stream()
        .flatMap(family -> family.stream())
        .filter(function -> !SpecialForms.ALL.contains(function))
        .map(function -> arguments(function.example(), function.result()));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("documented")
  void eachDoesWhatItsDocumentationShows(String example, String result) throws Exception {
    Object value = new GivenRecord().evaluate(example);

    assertThat(value == null ? "null" : Texts.of(value), is(result));
  }

  @ParameterizedTest
  @MethodSource("ofNull")
  void ofNullIsNull(String call) throws Exception {
    assertThat(new GivenRecord().evaluate(call) == null, is(true));
  }

  static Stream<String> ofNull() {
    return Stream.of(
        "lower(null)",
        "trim(null)",
        "left(null, 3)",
        "left('abc', null)",
        "concat('a', null)",
        "matches(null, 'a')",
        "replace('a', null, 'b')",
        "round(null)",
        "number(null)",
        "date(null)",
        "atZone(null, 'Europe/London')",
        "md5(null)",
        "stripTags(null)",
        "jsonText(null, 'a')",
        "coalesce(null, null)",
        "join(', ', null, ' ')");
  }

  @ParameterizedTest(name = "{0} is rejected: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          number('12,5')          | BAD_VALUE  | not a number: '12,5' (at 1:1 of number('12,5'))
          number('1e999999999')   | BAD_VALUE  | not a number: '1e999999999' (at 1:1 of number('1e999999999'))
          date('2023-02-30')      | BAD_VALUE  | not a date or time: '2023-02-30' (at 1:1 of date('2023-02-30'))
          date('30.2.23', 'd.M.yy') | BAD_VALUE | not a date or time by d.M.yy: '30.2.23' (at 1:1 of date('30.2.23', 'd.M.yy'))
          uuid('1-2-3-4-5')       | BAD_VALUE  | not a UUID: '1-2-3-4-5' (at 1:1 of uuid('1-2-3-4-5'))
          boolean('maybe')        | BAD_VALUE  | neither true nor false: 'maybe' (at 1:1 of boolean('maybe'))
          jsonText('{', 'a')      | BAD_VALUE  | not JSON: '{' (at 1:1 of jsonText('{', 'a'))
          round('1.5')            | EXPRESSION | argument 1 is a text, not a number: '1.5' (at 1:1 of round('1.5'))
          left('abc', 1.5)        | EXPRESSION | argument 2 is a number, not a whole number from 0 to 1000000: '1.5' (at 1:1 of left('abc', 1.5))
          atZone(now(), 'Europe/London') | EXPRESSION | argument 1 is a moment, not a date-time without zone: '2026-01-02T03:04:05Z' (at 1:1 of atZone(now(), 'Europe/London'))
          """)
  void rejectsWhatItCannotDoExactly(String call, String reason, String message) {
    Rejected.expect(() -> new GivenRecord().evaluate(call), reason, message);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "round(2.5), 3",
    "'round(-2.5)', -3",
    "'round(1234.5678, 3)', 1234.568",
    "'round(1.10, 5)', 1.10",
    "'divide(1, 3, 40)', 0.3333333333333333333333333333333333333333",
    "'floor(1.99, 1)', 1.9",
  })
  void roundsOnlyWhereItSaysSo(String call, String expected) throws Exception {
    assertThat(new GivenRecord().evaluate(call), is(new BigDecimal(expected)));
  }

  @ParameterizedTest(name = "{0} never cuts a pair in two")
  @CsvSource({
    "'left(x, 2)', a",
    "'right(x, 2)', b",
    "'substring(x, 2)', 😀b",
    "'substring(x, 0, 2)', a"
  })
  void neverCutsASurrogatePair(String call, String expected) throws Exception {
    assertThat(new GivenRecord().with("x", "a😀b").evaluate(call), is(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-07-01T12:00:00, 2024-07-01T11:00:00Z, 0",
    "2024-10-27T01:30:00, 2024-10-27T00:30:00Z, 1",
  })
  void takesTheEarlierOfTwoMomentsAndCountsIt(String shown, String moment, int counted)
      throws Exception {
    GivenRecord record = new GivenRecord().with("shown", shown);

    Object value = record.evaluate("atZone(datetime(shown), 'Europe/London')");

    assertThat(Texts.of(value), is(moment));
    assertThat(record.used.size(), is(counted));
  }
}
