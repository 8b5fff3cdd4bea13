package io.rehome.model;

import java.io.Serializable;

/**
 * Why a record is not migrated. An outage is never a rejection.
 *
 * @param column the target column, or the source column where none is at hand; empty where the
 *     record as a whole is meant
 * @param message what is wrong and with which value, for the one who must act; at most {@value
 *     #LONGEST_MESSAGE} characters are kept
 */
public record Rejection(Stage stage, Reason reason, String column, String message)
    implements Serializable {
  private static final int LONGEST_MESSAGE = 500;

  public Rejection {
    message = clean(message);
  }

  /** Whose turn it is. */
  public Turn turn() {
    return reason.turn();
  }

  /** One line that no terminal or log misreads: control characters become blanks. */
  private static String clean(String message) {
    String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE - 1) + "…";
  }
}
