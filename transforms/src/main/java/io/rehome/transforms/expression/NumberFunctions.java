package io.rehome.transforms.expression;

import static io.rehome.transforms.expression.NamedFunction.define;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Functions over numbers: exact, but where their name says that they round. */
final class NumberFunctions {
  private static final int MOST_DIGITS = 100;

  static final List<NamedFunction> ALL =
      List.of(
          define(
              "number",
              "text",
              "The number that a text spells in plain digits; anything else is rejected"
                  + " (BAD_VALUE).",
              "number(' 12.50 ')",
              "12.50",
              a -> a.value(0) instanceof Number ? a.number(0) : Numbers.parse(a.text(0))),
          define(
              "round",
              "number, [digits]",
              "The number rounded to so many digits after the point, halves away from zero.",
              "round(2.345, 2)",
              "2.35",
              a -> rounded(a, RoundingMode.HALF_UP)),
          define(
              "floor",
              "number, [digits]",
              "The number rounded down.",
              "floor(-1.5)",
              "-2",
              a -> rounded(a, RoundingMode.FLOOR)),
          define(
              "ceil",
              "number, [digits]",
              "The number rounded up.",
              "ceil(1.2)",
              "2",
              a -> rounded(a, RoundingMode.CEILING)),
          define(
              "abs",
              "number",
              "The number without its sign.",
              "abs(-3)",
              "3",
              a -> a.number(0).abs()),
          define(
              "divide",
              "number, divisor, digits",
              "The quotient rounded to so many digits after the point, halves away from zero.",
              "divide(10, 3, 2)",
              "3.33",
              NumberFunctions::quotient),
          define(
              "remainder",
              "number, divisor",
              "The remainder, with the sign of the number.",
              "remainder(-7, 3)",
              "-1",
              a -> Operators.remainder(a.number(0), a.number(1))),
          define(
              "min",
              "number, ...",
              "The smallest number.",
              "min(3, 1, 2)",
              "1",
              a -> extreme(a, -1)),
          define(
              "max",
              "number, ...",
              "The largest number.",
              "max(3, 1, 2)",
              "3",
              a -> extreme(a, 1)));

  private NumberFunctions() {}

  private static Object rounded(Arguments arguments, RoundingMode mode) throws RejectedValue {
    int digits = arguments.has(1) ? arguments.count(1, 0, MOST_DIGITS) : 0;
    BigDecimal number = arguments.number(0);
    return number.scale() <= digits ? number : number.setScale(digits, mode);
  }

  private static Object quotient(Arguments arguments) throws RejectedValue {
    BigDecimal divisor = arguments.number(1);
    if (divisor.signum() == 0) {
      throw new RejectedValue(Reason.EXPRESSION, "division by zero");
    }
    int digits = arguments.count(2, 0, MOST_DIGITS);
    return Numbers.bounded(arguments.number(0).divide(divisor, digits, RoundingMode.HALF_UP));
  }

  private static Object extreme(Arguments arguments, int sign) throws RejectedValue {
    BigDecimal best = arguments.number(0);
    for (int i = 1; i < arguments.count(); i++) {
      BigDecimal next = arguments.number(i);
      best = next.compareTo(best) * sign > 0 ? next : best;
    }
    return best;
  }
}
