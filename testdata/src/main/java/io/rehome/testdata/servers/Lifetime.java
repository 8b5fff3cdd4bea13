package io.rehome.testdata.servers;

/** How long a server runs when nobody stops it. */
public enum Lifetime {
  /** Until the JVM that started it ends, in whatever way: a {@code kill -9} of it counts. */
  JVM,

  /** Until somebody stops it; it outlives the JVM that started it, and Ctrl-C does not reach it. */
  SHARED
}
