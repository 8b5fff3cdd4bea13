package io.rehome.model;

import java.io.Serializable;
import java.util.List;

/** A record's key in its source as text: the value of one column, else a JSON array of strings. */
public record SourceKey(String text) implements Serializable, Comparable<SourceKey> {

  /** The key of these column values, in the order of the key's columns. */
  public static SourceKey of(List<String> parts) {
    return new SourceKey(KeyText.join(parts));
  }

  /** The key of these column values, each in one of the classes that {@link SourceType} names. */
  public static SourceKey ofValues(List<?> values) {
    return new SourceKey(KeyText.ofValues(values));
  }

  /**
   * The text of each key column.
   *
   * @throws IllegalArgumentException where the text is not a key of so many columns
   */
  public List<String> parts(int columns) {
    return KeyText.split(text, columns);
  }

  /**
   * A 64-bit hash whose sum over a set of keys tells whether two sets are the same: FNV-1a over the
   * UTF-16 units, finished by the mixer of MurmurHash3 so that sums do not cancel.
   */
  public long hash64() {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }

  /** Orders by code units. The source's own order is the source's to tell. */
  @Override
  public int compareTo(SourceKey other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
