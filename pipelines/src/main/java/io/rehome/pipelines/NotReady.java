package io.rehome.pipelines;

import io.rehome.io.Store;

/** A database lacks what a run needs. Nothing ran. */
public final class NotReady extends Exception {
  private static final long serialVersionUID = 1;
  private final String lacking;
  private final String command;

  /**
   * Says what is lacking.
   *
   * @param command what mends it; empty where no command does
   */
  NotReady(String lacking, String command) {
    super(lacking);
    this.lacking = lacking;
    this.command = command;
  }

  /** What is lacking, and the command that mends it for the plan that was so named. */
  public String told(String plan) {
    return command.isEmpty()
        ? lacking
        : "%s: run ./rehome %s --plan=%s".formatted(lacking, command, plan);
  }

  /** Refuses a store that lacks its tables, or has others than ours. */
  static void refuse(Store store) throws NotReady {
    switch (store.readiness()) {
      case CURRENT -> {}
      case EMPTY -> throw new NotReady("the store has no tables yet", "store init");
      case BEHIND -> throw new NotReady("the store is of an older version", "store upgrade");
      case AHEAD ->
          throw new NotReady(
              "the store was written by a later version of Rehome: use that one", "");
    }
  }
}
