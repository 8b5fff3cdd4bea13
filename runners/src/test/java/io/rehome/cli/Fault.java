package io.rehome.cli;

/** What befalls a run. */
interface Fault {
  /**
   * Starts the trial's command, disturbs it, and returns the exit code of the last process when all
   * of them have ended. What it broke need not be healed.
   */
  int befall(Trial trial) throws Exception;
}
