package io.rehome.model;

import java.io.Serializable;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

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

  /** Controls, line ends, and the marks that turn the reading direction round. */
  private static final Pattern MISLEADING =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

  public Rejection {
    message = clean(message);
  }

  /** Whose turn it is. */
  public Turn turn() {
    return reason.turn();
  }

  /**
   * Several problems of one record, told as its first.
   *
   * @throws NoSuchElementException where there is none
   */
  public static Rejection joined(List<Rejection> problems) {
    Rejection first = problems.iterator().next();
    String message = String.join("; ", problems.stream().map(Rejection::message).toList());
    return new Rejection(first.stage, first.reason, first.column, message);
  }

  /** One line that no terminal or log misreads. */
  private static String clean(String message) {
    String line = MISLEADING.matcher(message).replaceAll(" ").strip();
    return line.length() <= LONGEST_MESSAGE ? line : shortened(line);
  }

  private static String shortened(String line) {
    int end = LONGEST_MESSAGE - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
