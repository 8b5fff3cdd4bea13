package io.rehome.io.jdbc;

import io.rehome.model.KeyRange;

/** In which range the rows are read whose key holds a NULL, so that none is lost: the outer one. */
enum NullKeys {
  FIRST,
  LAST;

  boolean areIn(KeyRange range) {
    return switch (this) {
      case FIRST -> range.low().isEmpty();
      case LAST -> range.high().isEmpty();
    };
  }
}
