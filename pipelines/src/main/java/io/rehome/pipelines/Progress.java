package io.rehome.pipelines;

/**
 * What a run tells of itself while it goes; called by any thread, also several at once. Texts carry
 * no record content.
 */
public interface Progress {

  /** Another part of the run begins: "reading the catalogs", "level 2 of 4: ads, photos". */
  void phase(String what);

  /**
   * How many rows of the current part have their outcome, and how many are expected as far as one
   * knows; 0 = nobody knows.
   */
  void rows(long done, long expected);

  /** Something that the user should know, on a line of its own: "the replica is 4 s behind". */
  void note(String line);
}
