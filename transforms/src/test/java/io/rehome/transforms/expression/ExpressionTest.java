package io.rehome.transforms.expression;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionTest {
  private static final GivenRecord RECORD =
      new GivenRecord()
          .with("pence", 1999L)
          .with("rate", 0.1f)
          .with("double", 0.1d)
          .with("small", 7)
          .with("huge", new BigDecimal("18446744073709551615"))
          .with("big", new BigInteger("9007199254740993"))
          .with("nothing", null)
          .with("name", "Ada")
          .with("flag", 1L)
          .with("Order", "first")
          .with("born", java.time.LocalDate.of(1815, 12, 10))
          .lookup(
              "countries",
              "code",
              List.of(Map.of("code", "UK", "iso2", "GB"), Map.of("code", "1.50", "iso2", "XX")));

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "7 / 2, 3.5",
    "1999 / 100, 19.99",
    "pence / 100, 19.99",
    "small / 2, 3.5",
    "rate + double, 0.2",
    "huge + 1, 18446744073709551616",
    "big + 0, 9007199254740993",
    "0.1234567890123456789 + 0, 0.1234567890123456789",
    "1e3 + 0, 1000",
    "-pence % 10, -9",
    "1 - 2 - 3, -4",
    "2 + 3 * 4, 14",
    "(2 + 3) * 4, 20",
    "huge * huge, 340282366920938463426481119284349108225",
  })
  void numbersAreExactDecimals(String expression, String expected) throws Exception {
    assertThat(RECORD.evaluate(expression), is(new BigDecimal(expected)));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "pence == 1999.00 | true",
        "rate == double | true",
        "name == 'Ada' and not (pence lt 5) | true",
        "nothing == null | true",
        "name != null | true",
        "null != null | false",
        "flag and name =^ 'A' | true",
        "name =~ ['Eve', 'Ada'] | true",
        "pence =~ [1999.0, 3] | true",
        "name !~ ['Eve', 'Ada'] | false",
        "nothing =~ ['Eve', null] | true",
        "false and nothing | false",
        "true or nothing | true",
        "born < date('1900-01-01') | true",
        "found('countries', 'UK') | true",
        "found('countries', 'FR') | false",
        "found('countries', nothing) | false",
        "pence > 5 ? false : true | false",
        "name.x == 1 ? false : true | refused",
      })
  void conditions(String expression, String expected) throws Exception {
    if (expected.equals("refused")) {
      assertThrows(ExpressionRefused.class, () -> RECORD.evaluate(expression));
    } else {
      assertThat(RECORD.evaluate(expression), is(Boolean.valueOf(expected)));
    }
  }

  @ParameterizedTest(name = "{0} is rejected")
  @CsvSource(
      delimiter = '|',
      value = {
        "pence / 3 | 1999 / 3 never ends: say how it is rounded, with divide(a, b, digits) (at 1:1 of pence / 3)",
        "1 + nothing / 100 | nothing is NULL (at 1:5 of 1 + nothing / 100)",
        "nothing < 3 | nothing is NULL (at 1:1 of nothing < 3)",
        "nothing ? 1 : 2 | nothing is NULL (at 1:1 of nothing ? 1 : 2)",
        "1 + lower(nothing) | nothing is NULL (at 1:1 of 1 + lower(nothing))",
        "pence / (flag - 1) | division by zero (at 1:1 of pence / (flag - 1))",
        "name + 1 | a text and a number cannot be taken together by +: 'Ada', '1' (at 1:1 of name + 1)",
        "pence == 'x' | a number and a text cannot be compared: '1999', 'x' (at 1:1 of pence == 'x')",
        "name and true | a text is no condition: 'Ada' (at 1:1 of name and true)",
        "born < now() | a date and a moment cannot be compared: '1815-12-10', '2026-01-02T03:04:05Z' (at 1:1 of born < now())",
      })
  void rejectsRatherThanGuesses(String expression, String message) {
    Rejected.expect(() -> RECORD.evaluate(expression), "EXPRESSION", message);
  }

  @Test
  void aBareColumnGivesTheValueAsItWasRead() throws Exception {
    assertThat(RECORD.evaluate("pence"), is(1999L));
    assertThat(RECORD.evaluate("nothing"), is(nullValue()));
    assertThat(Expression.parse("pence").bareColumn(), is(Optional.of("pence")));
    assertThat(Expression.parse("-pence").bareColumn(), is(Optional.empty()));
  }

  @Test
  void columnsOfAnyNameCanBeRead() throws Exception {
    assertThat(RECORD.evaluate("lower(col('Order'))"), is("first"));
    assertThat(RECORD.evaluate("lower(row()['Order'])"), is("first"));
    assertThat(RECORD.evaluate("lower(row().Order)"), is("first"));
  }

  @Test
  void takesAColumnOfTheLookupRowWhoseKeyMatches() throws Exception {
    assertThat(RECORD.evaluate("lookup('countries', 'UK').iso2"), is("GB"));
    assertThat(RECORD.evaluate("lookup('countries', 'UK')['iso2']"), is("GB"));
    assertThat(RECORD.evaluate("lookup('countries', nothing).iso2"), is(nullValue()));
    Rejected.expect(
        () -> RECORD.evaluate("lookup('countries', 'ZZ').iso2"),
        "LOOKUP_MISSING",
        "countries has no row for 'ZZ' (at 1:1 of lookup('countries', 'ZZ').iso2)");
  }

  @Test
  void tellsItsColumnsAndLookupsWithTheirPlaces() throws Exception {
    Expression expression =
        Expression.parse("join(' ', a,\n  col('b c'), lookup('l', d).e) ?? found('m', a)");

    assertThat(
        expression.columns(),
        contains(
            new Mention("a", 1, 11),
            new Mention("b c", 2, 3),
            new Mention("d", 2, 27),
            new Mention("a", 2, 47)));
    assertThat(
        expression.lookups(),
        contains(
            new LookupMention(new Mention("l", 2, 15), Optional.of(new Mention("e", 2, 30))),
            new LookupMention(new Mention("m", 2, 36), Optional.empty())));
  }

  @Test
  void aValueIsNeverReadAsAnExpression() throws Exception {
    GivenRecord record = new GivenRecord().with("evil", "now() + ${1+1} #{2} `x`");

    assertThat(record.evaluate("concat(evil, '')"), is("now() + ${1+1} #{2} `x`"));
  }

  @Test
  void numbersThatGrowWithoutEndAreRejected() throws Exception {
    String square = "huge * huge * huge * huge * huge * huge * huge * huge * huge * huge";
    String expression =
        "(" + square + ") * (" + square + ") * (" + square + ") * (" + square + ") * (" + square
            + ") * (" + square + ")";

    RejectedValue rejected = assertThrows(RejectedValue.class, () -> RECORD.evaluate(expression));

    assertThat(rejected.getMessage().startsWith("the result has more than 1000 digits"), is(true));
  }
}
