package io.rehome.io;

import java.util.List;

/** A table, column or query that the catalog does not know, or that the database refuses. */
public final class UnknownName extends Exception {
  private static final long serialVersionUID = 1;
  private final transient List<String> known;

  /** The message says what is unknown; {@code known} are the names that could be meant. */
  public UnknownName(String message, List<String> known) {
    super(message);
    this.known = List.copyOf(known);
  }

  /** The names that could be meant. */
  public List<String> known() {
    return known;
  }
}
