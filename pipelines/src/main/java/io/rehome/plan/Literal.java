package io.rehome.plan;

import java.io.Serializable;

/** A value that a plan names, with the text exactly as it is written: {@code NO} stays NO. */
public record Literal(String text, Kind kind) implements Serializable {

  /** How it is written. */
  public enum Kind {
    /** {@code null}, {@code ~} or nothing: NULL. */
    NULL,
    /** Without quotes; a number or {@code true} where the column wants one. */
    PLAIN,
    /** In quotes: always text. */
    QUOTED
  }
}
