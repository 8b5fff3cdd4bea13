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
   * @param text what the file's line holds from there on: whether a position within a value is also
   *     one in the file
   */
  public record Spot(int line, int column, Text text) implements Serializable {}

  /** How a value is written. */
  public enum Text {
    /** In one line and letter by letter. */
    VERBATIM,
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

  /** Whether the value of this path stands in one line of the file, letter by letter. */
  boolean isVerbatim(String path) {
    return nearest(path).text() == Text.VERBATIM;
  }

  private Spot nearest(String path) {
    String known = path;
    while (!spots.containsKey(known) && !known.isEmpty()) {
      known = known.substring(0, Math.max(0, known.lastIndexOf('.')));
    }
    return spots.getOrDefault(known, new Spot(1, 1, Text.OTHER));
  }
}
