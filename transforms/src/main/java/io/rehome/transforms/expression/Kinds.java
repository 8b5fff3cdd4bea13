package io.rehome.transforms.expression;

import java.util.Locale;
import java.util.Map;

/** What the parts of JEXL that we refuse are called, and what to write instead. */
final class Kinds {
  private static final Map<String, String> HINTS =
      Map.of(
          "EmptyFunction", "isBlank(x)",
          "SizeFunction", "length(x)",
          "JxltLiteral", "join('', a, b)",
          "EQS", "==",
          "NES", "!=",
          "RegexLiteral", "matches(x, '…')");

  private Kinds() {}

  /** {@code MapLiteral} in words. */
  static String named(String kind) {
    return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  static String hint(String kind) {
    String instead = HINTS.get(kind);
    return instead == null ? "" : "write " + instead;
  }
}
