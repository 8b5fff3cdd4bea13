package io.rehome.cli;

import io.rehome.pipelines.Exit;
import java.util.List;
import java.util.Set;

/** What a command does. Its fields hold its options, already parsed. */
interface Action {

  /**
   * What is wrong with its options taken together, one line each; asked before anything runs.
   *
   * @param words those words of the command line that are none of the command's own options
   * @param own the names of the command's own options, without hyphens
   */
  default List<String> problems(List<String> words, Set<String> own) {
    return words.stream().map(word -> UnknownWord.problem(word, own)).toList();
  }

  /** Does it. */
  Exit run(Console console) throws Exception;

  /**
   * What holds after an outage or a fault ended it, and how to go on: a sentence that follows what
   * happened, with the space before it.
   */
  default String afterwards() {
    return " Nothing is lost: run the same command again.";
  }

  /** Whether a fault is told with its stack trace. */
  default boolean showsStackTrace() {
    return false;
  }
}
