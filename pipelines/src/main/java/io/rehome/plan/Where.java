package io.rehome.plan;

import java.io.Serializable;

/**
 * A place in a plan's file.
 *
 * @param line from 1
 * @param column from 1
 * @param path the keys that lead there: {@code entities.users.fields.email}; empty at the top
 */
public record Where(String file, int line, int column, String path)
    implements Serializable, Comparable<Where> {

  /** In the order of the text. */
  @Override
  public int compareTo(Where other) {
    int byLine = Integer.compare(line, other.line);
    int byColumn = byLine != 0 ? byLine : Integer.compare(column, other.column);
    return byColumn != 0 ? byColumn : path.compareTo(other.path);
  }

  /** {@code file:line:column path}. */
  @Override
  public String toString() {
    String place = file + ":" + line + ":" + column;
    return path.isEmpty() ? place : place + " " + path;
  }
}
