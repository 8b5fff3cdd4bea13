package io.rehome.pipelines;

import java.io.Serializable;
import java.util.function.BiConsumer;

/** One side of a meeting of keys: reads all of them, each with a note, on a worker. */
@FunctionalInterface
interface KeySide extends Serializable {
  void read(BiConsumer<String, String> each);
}
