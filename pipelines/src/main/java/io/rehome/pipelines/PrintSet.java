package io.rehome.pipelines;

import io.rehome.model.Bytes;
import io.rehome.model.Fingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A set of fingerprints that remembers which of them were met. Open addressing with linear probing:
 * a fingerprint is a hash already, so its low bits are its place.
 */
final class PrintSet {
  private static final int BYTES = 16;

  private final long[] prints;
  private final BitSet taken = new BitSet();
  private final BitSet met = new BitSet();
  private final int mask;

  /** The fingerprints that stand here one after another, 16 bytes each. */
  PrintSet(Bytes packed) {
    int size = packed.array().length / BYTES;
    int places = Math.max(2, Integer.highestOneBit(size) << 2);
    this.mask = places - 1;
    this.prints = new long[2 * places];
    ByteBuffer from = ByteBuffer.wrap(packed.array());
    for (int left = size; left > 0; left--) {
      add(new Fingerprint(from.getLong(), from.getLong()));
    }
  }

  private void add(Fingerprint print) {
    int place = place(print);
    taken.set(place);
    prints[2 * place] = print.high();
    prints[2 * place + 1] = print.low();
  }

  /** Where it stands; else the free place where it would. */
  private int place(Fingerprint print) {
    int place = (int) print.low() & mask;
    while (taken.get(place) && !holds(place, print)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private boolean holds(int place, Fingerprint print) {
    return prints[2 * place] == print.high() && prints[2 * place + 1] == print.low();
  }

  /** Notes that it was met; false where the set does not have it. */
  boolean meet(Fingerprint print) {
    int place = place(print);
    met.set(place, taken.get(place));
    return taken.get(place);
  }

  /** Whether the set has it, and it was met. */
  boolean isMet(Fingerprint print) {
    return met.get(place(print));
  }

  /** Those that were not met. */
  List<Fingerprint> unmet() {
    BitSet left = (BitSet) taken.clone();
    left.andNot(met);
    List<Fingerprint> unmet = new ArrayList<>();
    left.stream()
        .mapToObj(place -> new Fingerprint(prints[2 * place], prints[2 * place + 1]))
        .forEach(unmet::add);
    return unmet;
  }
}
