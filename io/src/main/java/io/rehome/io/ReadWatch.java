package io.rehome.io;

import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import java.io.Serializable;

/** Looks on while ranges are read; called by the thread that reads. */
public interface ReadWatch extends Serializable {

  /** The range is about to be read; the range that this thread read before has come to its end. */
  void begins(KeyRange range);

  /** A page was taken from the result set. */
  void took(Page page);

  /** Looks away. */
  static ReadWatch none() {
    return new None();
  }

  /** Does nothing. */
  record None() implements ReadWatch {
    @Override
    public void begins(KeyRange range) {}

    @Override
    public void took(Page page) {}
  }
}
