package io.rehome.pipelines;

import io.rehome.model.SourceKey;

/**
 * The hashes of the keys of one side, as long as they fit: tells of a key that the side does not
 * have it. A key that it has is never told so; one that it lacks may be taken for another with the
 * same 64 bits. Open addressing, linear probing. Not for several threads.
 */
final class KeyHashes {
  private static final int FIRST_SLOTS = 1 << 10;
  private static final long FREE = 0;

  private final long mostBytes;
  private long[] slots = new long[FIRST_SLOTS];
  private int size;
  private boolean fits = true;

  /**
   * None yet.
   *
   * @param mostBytes they may take; if they are more, nothing is told any more
   */
  KeyHashes(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  void add(String key) {
    if (fits && put(hash(key)) && ++size > slots.length / 4 * 3) {
      grow();
    }
  }

  /** Gives their memory back; nothing is told any more. */
  void forget() {
    fits = false;
    slots = new long[0];
  }

  boolean lacks(String key) {
    return fits && slots[slot(hash(key))] == FREE;
  }

  private static long hash(String key) {
    long hash = new SourceKey(key).hash64();
    return hash == FREE ? 1 : hash;
  }

  private boolean put(long hash) {
    int slot = slot(hash);
    boolean isNew = slots[slot] == FREE;
    slots[slot] = hash;
    return isNew;
  }

  /** Where it is, or would be. */
  private int slot(long hash) {
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != FREE && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    if (2L * before.length * Long.BYTES > mostBytes) {
      forget();
      return;
    }
    slots = new long[2 * before.length];
    for (long hash : before) {
      if (hash != FREE) {
        put(hash);
      }
    }
  }
}
