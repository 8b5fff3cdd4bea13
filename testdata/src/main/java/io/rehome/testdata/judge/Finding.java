package io.rehome.testdata.judge;

/**
 * Something that is not as it must be.
 *
 * @param where the entity, and "target" or "store"
 * @param key of the record, in words that hold on both sides
 * @param what is wrong
 */
public record Finding(String where, String key, String what) {
  @Override
  public String toString() {
    return where + " " + key + ": " + what;
  }
}
