package io.rehome.transforms.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The regular expressions that plans write, compiled once. RE2 takes time in proportion to the
 * text, whatever the pattern: none can be made to hang.
 */
final class Patterns {
  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

  private Patterns() {}

  static Pattern of(String pattern) {
    return COMPILED.computeIfAbsent(pattern, Pattern::compile);
  }

  static Optional<String> problem(String pattern) {
    try {
      of(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("not a regular expression (RE2): " + e.getMessage());
    }
  }
}
