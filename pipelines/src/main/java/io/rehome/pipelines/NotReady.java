package io.rehome.pipelines;

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
}
