package io.rehome.transforms.expression;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of compiled expressions. */
final class Terms {
  private Terms() {}

  /** Where a part stands, for messages. */
  record Place(int line, int column, String expression) {
    RejectedValue at(RejectedValue problem) {
      String message =
          problem.getMessage() + " (at " + line + ":" + column + " of " + expression + ")";
      return new RejectedValue(problem.reason(), message);
    }

    RejectedValue isNull(String operand) {
      return at(new RejectedValue(Reason.EXPRESSION, operand + " is NULL"));
    }
  }

  /** A value that the text names. */
  record Constant(@Nullable Object value) implements Term {
    @Override
    public @Nullable Object in(Scope scope) {
      return value;
    }
  }

  /** The value of a column. */
  record Column(String name) implements Term {
    @Override
    public @Nullable Object in(Scope scope) {
      return scope.fields().value(name);
    }
  }

  /** A function and its arguments. */
  record Call(NamedFunction function, List<Term> arguments, Place place) implements Term {
    @Override
    public @Nullable Object in(Scope scope) throws RejectedValue {
      @Nullable Object[] values = new Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).in(scope);
      }
      try {
        return function.call(new Arguments(values, scope));
      } catch (RejectedValue e) {
        throw place.at(e);
      }
    }
  }

  /** A sign between two values. */
  record Binary(Operand left, Operand right, Operator operator, Place place) implements Term {
    @Override
    public Object in(Scope scope) throws RejectedValue {
      Object a = left.present(scope, place);
      Object b = right.present(scope, place);
      try {
        return operator.apply(a, b);
      } catch (RejectedValue e) {
        throw place.at(e);
      }
    }
  }

  /** A sign before one value. */
  record Unary(Operand operand, Sign sign, Place place) implements Term {
    @Override
    public Object in(Scope scope) throws RejectedValue {
      Object value = operand.present(scope, place);
      try {
        return sign.apply(value);
      } catch (RejectedValue e) {
        throw place.at(e);
      }
    }
  }

  /** Whether two values are the same; NULL is the same as NULL only. */
  record Same(Term left, Term right, Place place) implements Term {
    @Override
    public Object in(Scope scope) throws RejectedValue {
      Object a = left.in(scope);
      Object b = right.in(scope);
      try {
        return Operators.same(a, b);
      } catch (RejectedValue e) {
        throw place.at(e);
      }
    }
  }

  /** Whether a value is one of a list. */
  record Among(Term value, List<Term> list, Place place) implements Term {
    @Override
    public Object in(Scope scope) throws RejectedValue {
      for (Term member : list) {
        if ((Boolean) new Same(value, member, place).in(scope)) {
          return true;
        }
      }
      return false;
    }
  }

  /** All conditions hold; the later ones are looked at only while the earlier do. */
  record All(List<Operand> conditions, Place place) implements Term {
    @Override
    public Object in(Scope scope) throws RejectedValue {
      for (Operand condition : conditions) {
        if (!condition.holds(scope, place)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Any condition holds; the later ones are looked at only while none has. */
  record Any(List<Operand> conditions, Place place) implements Term {
    @Override
    public Object in(Scope scope) throws RejectedValue {
      for (Operand condition : conditions) {
        if (condition.holds(scope, place)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A condition that does not hold. */
  record Not(Operand condition, Place place) implements Term {
    @Override
    public Object in(Scope scope) throws RejectedValue {
      return !condition.holds(scope, place);
    }
  }

  /** One of two values. */
  record Choice(Operand condition, Term then, Term otherwise, Place place) implements Term {
    @Override
    public @Nullable Object in(Scope scope) throws RejectedValue {
      return condition.holds(scope, place) ? then.in(scope) : otherwise.in(scope);
    }
  }

  /** The first value, or the second where it is NULL. */
  record Else(Term first, Term second) implements Term {
    @Override
    public @Nullable Object in(Scope scope) throws RejectedValue {
      Object value = first.in(scope);
      return value != null ? value : second.in(scope);
    }
  }

  /** A column of the lookup row whose key is this value; NULL for the key NULL. */
  record LookedUp(String lookup, Term key, String column, Place place) implements Term {
    @Override
    public @Nullable Object in(Scope scope) throws RejectedValue {
      Object value = key.in(scope);
      if (value == null) {
        return null;
      }
      Optional<Map<String, @Nullable Object>> row = scope.surroundings().lookup(lookup).row(value);
      if (row.isEmpty()) {
        throw place.at(
            new RejectedValue(
                Reason.LOOKUP_MISSING, lookup + " has no row for " + Texts.shown(value)));
      }
      return row.get().get(column);
    }
  }

  /** Whether a lookup has a row for this key. */
  record Found(String lookup, Term key) implements Term {
    @Override
    public Object in(Scope scope) throws RejectedValue {
      Object value = key.in(scope);
      return value != null && scope.surroundings().lookup(lookup).row(value).isPresent();
    }
  }

  /**
   * A part that must not be NULL where it stands.
   *
   * @param name what a message calls it: its columns
   */
  record Operand(Term term, String name) {
    Object present(Scope scope, Place place) throws RejectedValue {
      Object value = term.in(scope);
      if (value == null) {
        throw place.isNull(name);
      }
      return value;
    }

    boolean holds(Scope scope, Place place) throws RejectedValue {
      Object value = present(scope, place);
      try {
        return Operators.holds(value);
      } catch (RejectedValue e) {
        throw place.at(e);
      }
    }
  }

  /** What a sign between two values does. */
  @FunctionalInterface
  interface Operator {
    Object apply(Object left, Object right) throws RejectedValue;
  }

  /** What a sign before a value does. */
  @FunctionalInterface
  interface Sign {
    Object apply(Object value) throws RejectedValue;
  }
}
