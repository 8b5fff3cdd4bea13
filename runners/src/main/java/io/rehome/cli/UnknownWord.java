package io.rehome.cli;

import io.rehome.plan.Hints;
import java.util.Collection;

/** Says that a word of the command line is not understood, and what was probably meant. */
final class UnknownWord {
  private UnknownWord() {}

  /** The problem with a word, where flags of these names are known. */
  static String problem(String word, Collection<String> known) {
    if (!word.startsWith("-")) {
      return "unexpected argument: " + word;
    }
    String name = word.replaceFirst("^-+", "").replaceFirst("=.*", "");
    String hint =
        Hints.meant(name, known).map(near -> " (did you mean --" + near + "?)").orElse("");
    return "unknown flag --" + name + hint;
  }
}
