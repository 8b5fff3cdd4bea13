package io.rehome.io;

/** How much of a record the store keeps. */
public enum Keep {
  /** Original and document. */
  FULL,
  /**
   * Of what was loaded or skipped, the original's fingerprint in place of the original. Rejected
   * records are kept whole, and so are rows without a key: their content is all that tells them.
   */
  FINGERPRINTS
}
