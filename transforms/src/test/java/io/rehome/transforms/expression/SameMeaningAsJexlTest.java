package io.rehome.transforms.expression;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.model.RejectedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our walk over JEXL's tree gives what JEXL's own interpreter gives: the same precedence, the same
 * order and the same short cuts, over values that are nasty on purpose.
 */
final class SameMeaningAsJexlTest {
  private static final List<Object> NASTY =
      Arrays.asList(
          null,
          "",
          " ",
          "a",
          "\u0000",
          "A\uD83D\uDE00",
          "1",
          "0",
          0L,
          1L,
          -7L,
          Long.MAX_VALUE,
          0.1f,
          0.1d,
          Double.NaN,
          new BigDecimal("1.50"),
          new BigDecimal("1E+30"),
          true,
          false,
          LocalDate.of(2024, 2, 29));

  private static final JexlEngine JEXL =
      new JexlBuilder()
          .permissions(JexlPermissions.NONE)
          .arithmetic(new Arithmetic())
          .strict(true)
          .safe(false)
          .silent(false)
          .create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "lower(trim(a))",
        "join(' ', a, b)",
        "coalesce(a, b, 'none')",
        "concat(a, '-', b)",
        "left(a, 1)",
        "a + b",
        "a - b - 1",
        "a * b + 1",
        "a / b",
        "a / 4 * 2",
        "-a - -b",
        "a % b",
        "a < b",
        "a <= b",
        "a > b",
        "a >= b",
        "a == b",
        "a != b",
        "a == null",
        "a and b ? 'yes' : 'no'",
        "a or b ? 'yes' : 'no'",
        "not a or not b ? 'yes' : 'no'",
        "a == null or b == null ? 'yes' : 'no'",
        "a == null ? 'none' : b",
        "a ?? b ?? 'none'",
        "(a ?? 1) == 1 and (b ?? 2) != 2 ? 'yes' : 'no'",
        "a =^ b",
        "a =$ b",
        "a !^ b",
        "1 - 2 - 3 * 4 / 5 % 6",
        "a == b ? a : b == null ? 'x' : 'y'",
      })
  void walkingTheTreeGivesWhatJexlGives(String text) throws Exception {
    Expression expression = Expression.parse(text);
    for (Object a : NASTY) {
      for (Object b : NASTY) {
        GivenRecord record = new GivenRecord().with("a", a).with("b", b);
        assertThat(text + " of " + a + ", " + b, ours(expression, record), is(jexls(text, a, b)));
      }
    }
  }

  private static Object ours(Expression expression, GivenRecord record) {
    try {
      return shown(expression.evaluate(record, record));
    } catch (RejectedValue e) {
      return "rejected";
    }
  }

  private static Object jexls(String text, Object a, Object b) {
    Map<String, Object> names = new LinkedHashMap<>();
    Functions.byFamily()
        .values()
        .forEach(
            family -> family.forEach(function -> names.put(function.name(), method(function))));
    names.put("a", a);
    names.put("b", b);
    JexlContext context = new MapContext(names);
    try {
      return shown(JEXL.createExpression(text).evaluate(context));
    } catch (JexlException | ArithmeticException e) {
      return "rejected";
    }
  }

  /** Numbers are the same whatever class they travel in. */
  private static Object shown(Object value) {
    boolean finite = value instanceof Number number && Double.isFinite(number.doubleValue());
    return finite ? Numbers.canonical((Number) value) : value;
  }

  private static JexlMethod method(NamedFunction function) {
    return new JexlMethod() {
      @Override
      public Class<?> getReturnType() {
        return Object.class;
      }

      @Override
      public Object invoke(Object target, Object... values) throws Exception {
        return function.call(new Arguments(values, null));
      }

      @Override
      public boolean isCacheable() {
        return false;
      }

      @Override
      public boolean tryFailed(Object value) {
        return false;
      }

      @Override
      public Object tryInvoke(String name, Object target, Object... values) {
        return JexlEngine.TRY_FAILED;
      }
    };
  }

  /** JEXL's signs, with the meaning that we give them. */
  public static final class Arithmetic extends JexlArithmetic {
    Arithmetic() {
      super(true);
    }

    @Override
    public Object add(Object left, Object right) {
      return of(left, right, Operators::add);
    }

    @Override
    public Object subtract(Object left, Object right) {
      return of(left, right, Operators::subtract);
    }

    @Override
    public Object multiply(Object left, Object right) {
      return of(left, right, Operators::multiply);
    }

    @Override
    public Object divide(Object left, Object right) {
      return of(left, right, Operators::divide);
    }

    @Override
    public Object mod(Object left, Object right) {
      return of(left, right, Operators::remainder);
    }

    @Override
    public Object negate(Object value) {
      return of(value, value, (a, b) -> Operators.negate(a));
    }

    @Override
    public boolean equals(Object left, Object right) {
      boolean isNull = left == null || right == null;
      return isNull ? left == right : (Boolean) of(left, right, Operators::same);
    }

    @Override
    protected int compare(Object left, Object right, JexlOperator operator) {
      return (Integer) of(left, right, Operators::compare);
    }

    @Override
    public boolean lessThan(Object left, Object right) {
      return compare(left, right, JexlOperator.LT) < 0;
    }

    @Override
    public boolean lessThanOrEqual(Object left, Object right) {
      return compare(left, right, JexlOperator.LTE) <= 0;
    }

    @Override
    public boolean greaterThan(Object left, Object right) {
      return compare(left, right, JexlOperator.GT) > 0;
    }

    @Override
    public boolean greaterThanOrEqual(Object left, Object right) {
      return compare(left, right, JexlOperator.GTE) >= 0;
    }

    @Override
    public Boolean startsWith(Object left, Object right) {
      return (Boolean) of(left, right, Operators::startsWith);
    }

    @Override
    public Boolean endsWith(Object left, Object right) {
      return (Boolean) of(left, right, Operators::endsWith);
    }

    @Override
    public boolean toBoolean(Object value) {
      return (Boolean) of(value, value, (a, b) -> Operators.holds(a));
    }

    private static Object of(Object left, Object right, Terms.Operator operator) {
      if (left == null || right == null) {
        throw new ArithmeticException("NULL");
      }
      try {
        return operator.apply(left, right);
      } catch (RejectedValue e) {
        throw new ArithmeticException(e.getMessage());
      }
    }
  }
}
