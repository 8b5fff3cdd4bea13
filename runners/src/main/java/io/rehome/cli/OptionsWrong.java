package io.rehome.cli;

import java.util.List;

/** The command line asks for what cannot be; nothing ran. */
final class OptionsWrong extends Exception {
  private static final long serialVersionUID = 1;
  private final transient List<String> problems;

  OptionsWrong(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  OptionsWrong(String problem) {
    this(List.of(problem));
  }

  /** All that is wrong, one line each. */
  List<String> problems() {
    return problems;
  }
}
