package io.rehome.pipelines;

import java.util.ArrayList;
import java.util.List;

/** What a run's user should know besides its books, and what it means for the exit code. */
final class Remarks {
  private final List<String> texts = new ArrayList<>();
  private Exit exit = Exit.OK;

  /** Says it; nothing follows from it. */
  void add(String text) {
    texts.add(text);
  }

  /** Says what was not done because it is not acceptable. */
  void refuse(String text) {
    texts.add(text);
    exit = exit.or(Exit.NOT_ACCEPTED);
  }

  List<String> texts() {
    return List.copyOf(texts);
  }

  /** The exit code that the remarks ask for. */
  Exit exit() {
    return exit;
  }
}
