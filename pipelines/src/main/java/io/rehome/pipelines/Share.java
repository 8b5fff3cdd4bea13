package io.rehome.pipelines;

import io.rehome.model.Fingerprint;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** One of several equal shares of the space of hashes: what fits in memory at once. */
record Share(int index, int of) implements Serializable {

  /** All shares, each of so many claims at most. */
  static List<Share> of(long claims, long most) {
    int shares = (int) Math.max(1, (claims + most - 1) / most);
    return IntStream.range(0, shares).mapToObj(index -> new Share(index, shares)).toList();
  }

  boolean holds(Fingerprint claim) {
    return Long.remainderUnsigned(claim.high(), of) == index;
  }
}
