package io.rehome.pipelines;

import io.rehome.model.SourceKey;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What tells whether two sets of keys, each with a note, are the same, cell by cell: the hash of a
 * key says which cell it is of, and a cell holds how many keys it has and the sums of two hashes of
 * theirs. Sums do not depend on the order in which keys come, and a key that comes twice counts
 * twice. Two cells whose keys differ agree with a probability of 2^-110 or so, and 2^-64 where only
 * notes do. Not for several threads.
 */
final class KeyDigest {
  static final int CELLS = 1 << 18;

  private static final int CELL = 4;
  private static final int COUNT = 0;
  private static final int SUM = 1;
  private static final int OTHER = 2;

  private static final long OTHER_SEED = 0x9e3779b97f4a7c15L;
  private static final long OTHER_FACTOR = 0xd1342543de82ef95L;

  /** Of each cell what follows, side by side: a key costs one look into memory, not three. */
  private final long[] cells = new long[CELLS * CELL];

  void add(String key, String note) {
    long hash = new SourceKey(key).hash64();
    long other = mixed(mixed(OTHER_SEED, note), key);
    int cell = CELL * cell(hash);
    cells[cell + COUNT]++;
    cells[cell + SUM] += hash;
    cells[cell + OTHER] += (other ^ (other >>> 29)) * OTHER_SEED;
  }

  /** A hash that shares neither seed nor factor with the first. */
  private static long mixed(long seed, String text) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = Long.rotateLeft(hash + text.charAt(i), 23) * OTHER_FACTOR;
    }
    return hash;
  }

  /** The cells in which the two differ. */
  Suspects against(KeyDigest right) {
    BitSet differing = new BitSet(CELLS);
    long keys = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      if (!agrees(right, CELL * cell)) {
        differing.set(cell);
        keys += Math.max(cells[CELL * cell + COUNT], right.cells[CELL * cell + COUNT]);
      }
    }
    return new Suspects(differing, keys);
  }

  private boolean agrees(KeyDigest right, int cell) {
    return Arrays.equals(cells, cell, cell + CELL, right.cells, cell, cell + CELL);
  }

  static int cell(long hash) {
    return (int) (hash >>> 17) & (CELLS - 1);
  }

  /**
   * Keys that must be looked at one by one.
   *
   * @param cells the cells they are of
   * @param keys how many there are, about
   */
  record Suspects(BitSet cells, long keys) implements java.io.Serializable {
    /** All of so many keys. */
    static Suspects all(long keys) {
      BitSet cells = new BitSet(CELLS);
      cells.set(0, CELLS);
      return new Suspects(cells, keys);
    }

    boolean isEmpty() {
      return cells.isEmpty();
    }

    boolean holdsCell(int cell) {
      return cells.get(cell);
    }

    boolean holds(long hash) {
      return holdsCell(cell(hash));
    }
  }
}
