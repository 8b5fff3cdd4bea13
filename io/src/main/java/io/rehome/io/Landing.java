package io.rehome.io;

import io.rehome.model.Rejection;

/** What the target made of an upload. */
public sealed interface Landing {

  /** The row was inserted or updated. */
  record Written() implements Landing {}

  /** The row was there and equal; it was not touched. */
  record Equal() implements Landing {}

  /** The target, or its content, stands against it; nothing was written. */
  record Refused(Rejection rejection) implements Landing {}
}
