package io.rehome.plan;

import java.io.Serializable;
import java.util.Map;

/**
 * Where each part of a plan stands in its file, by path. A path that was not written stands where
 * its nearest parent does.
 */
public record Positions(String file, Map<String, Spot> spots) implements Serializable {

  /**
   * The start of a value.
   *
   * @param text whether a position within the value is also one in the file
   */
  public record Spot(int line, int column, Text text) implements Serializable {}

  /** How a value is written. */
  public enum Text {
    /** Without quotes, in one line and letter by letter. */
    PLAIN,
    /** In quotes, in one line and letter by letter. */
    QUOTED,
    /** Folded, escaped, or no text at all. */
    OTHER
  }

  public Positions {
    spots = Map.copyOf(spots);
  }

  /** Where the value of this path starts. */
  public Where of(String path) {
    Spot spot = nearest(path);
    return new Where(file, spot.line(), spot.column(), path);
  }

  /**
   * Where a place within a value stands, counted from 1 in lines and columns of its text: the place
   * in the file where the value is written letter by letter, else the value's start.
   */
  Where inside(String path, int line, int column) {
    Spot spot = nearest(path);
    if (!isExact(path, line)) {
      return of(path);
    }
    int quote = spot.text() == Text.QUOTED ? 1 : 0;
    return new Where(file, spot.line(), spot.column() + quote + column - 1, path);
  }

  /** Whether {@link #inside} knows the place in the file of this line of a value. */
  boolean isExact(String path, int line) {
    return line == 1 && nearest(path).text() != Text.OTHER;
  }

  private Spot nearest(String path) {
    String known = path;
    while (!spots.containsKey(known) && !known.isEmpty()) {
      known = known.substring(0, Math.max(0, known.lastIndexOf('.')));
    }
    return spots.getOrDefault(known, new Spot(1, 1, Text.OTHER));
  }
}
