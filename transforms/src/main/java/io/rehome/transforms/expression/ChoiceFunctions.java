package io.rehome.transforms.expression;

import static io.rehome.transforms.expression.NamedFunction.define;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions that choose between values. */
final class ChoiceFunctions {
  private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> NO = Set.of("false", "f", "no", "n", "off", "0");

  static final List<NamedFunction> ALL =
      List.of(
          define(
                  "coalesce",
                  "value, ...",
                  "The first value that is not NULL.",
                  "coalesce(null, 'b', 'c')",
                  "b",
                  ChoiceFunctions::coalesce)
              .withNulls(),
          define(
                  "ifNull",
                  "value, otherwise",
                  "The value, or the other where it is NULL.",
                  "ifNull(null, 0)",
                  "0",
                  ChoiceFunctions::coalesce)
              .withNulls(),
          define(
                  "nullIf",
                  "value, other",
                  "NULL where both are the same, else the value.",
                  "nullIf('n/a', 'n/a')",
                  "null",
                  a -> Operators.same(a.raw(0), a.raw(1)) ? null : a.raw(0))
              .withNulls(),
          define(
              "blankToNull",
              "text",
              "NULL where the text is empty or white space, else the text as it is.",
              "blankToNull('  ')",
              "null",
              a -> a.value(0) instanceof String text && text.isBlank() ? null : a.value(0)),
          define(
                  "isBlank",
                  "value",
                  "Whether the value is NULL, empty or white space.",
                  "isBlank(' ')",
                  "true",
                  a -> Blank.is(a.raw(0)))
              .withNulls(),
          define(
              "boolean",
              "value",
              "true for 1, 'true', 't', 'yes', 'y', 'on'; false for 0, 'false', 'f', 'no', 'n',"
                  + " 'off'; anything else is rejected (BAD_VALUE).",
              "boolean('Y')",
              "true",
              a -> truth(a.value(0))));

  private ChoiceFunctions() {}

  private static @Nullable Object coalesce(Arguments arguments) {
    for (int i = 0; i < arguments.count(); i++) {
      Object value = arguments.raw(i);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static Object truth(Object value) throws RejectedValue {
    String text =
        value instanceof Number number
            ? Numbers.canonical(number)
            : Texts.of(value).strip().toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      throw new RejectedValue(Reason.BAD_VALUE, "neither true nor false: " + Texts.shown(value));
    }
    return YES.contains(text);
  }
}
