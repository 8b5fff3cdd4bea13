package io.rehome.io;

/** One entity's book in a run: what was read, and what became of it. */
public record Book(
    String entity,
    long read,
    long loaded,
    long unchanged,
    long rejected,
    long skipped,
    long merged,
    long gone,
    long pending,
    double seconds,
    Balance balance) {

  /** Whether read is the sum of the outcomes, by count and by the sum of key hashes. */
  public enum Balance {
    BALANCED,
    UNBALANCED
  }
}
