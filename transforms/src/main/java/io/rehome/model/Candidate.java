package io.rehome.model;

import java.io.Serializable;
import java.util.List;

/**
 * A record on its way from source to target, and how far it has come. Steps turn one case into
 * another; none takes a candidate out of its page, so that read = sum of outcomes holds by
 * construction.
 */
public sealed interface Candidate extends Serializable {

  /** The record as read. */
  SourceRow row();

  /** The fingerprint of its key and of the columns that the plan reads. */
  Fingerprint source();

  /**
   * The parents that are not there, for which values of the plan stand in the document; should they
   * come, the record is to be looked at again.
   */
  default List<Link> standIns() {
    return List.of();
  }

  /** It has a document, in which parents are still {@link Reference}s. */
  record Mapped(SourceRow row, Fingerprint source, Document document, List<Link> standIns)
      implements Candidate {
    public Mapped(SourceRow row, Fingerprint source, Document document) {
      this(row, source, document, List.of());
    }
  }

  /** Its document is whole, and it is to be loaded. */
  record Ready(
      SourceRow row,
      Fingerprint source,
      Document document,
      Fingerprint fingerprint,
      TargetKey key,
      List<Link> standIns)
      implements Candidate {
    public Ready(
        SourceRow row,
        Fingerprint source,
        Document document,
        Fingerprint fingerprint,
        TargetKey key) {
      this(row, source, document, fingerprint, key, List.of());
    }
  }

  /**
   * It may be loaded only after all of its entity are known: it claims a unique value that others
   * claim too, or it references a record of its own cycle. It stays PENDING until it is settled.
   *
   * @param document its document, with NULL where a reference within its cycle will stand
   * @param claims the contended unique values
   * @param parents the links within its cycle; each must be there before it is confirmed
   */
  record Deferred(
      SourceRow row,
      Fingerprint source,
      Document document,
      TargetKey key,
      List<Fingerprint> claims,
      List<Link> parents,
      List<Link> standIns)
      implements Candidate {
    public Deferred(
        SourceRow row,
        Fingerprint source,
        Document document,
        TargetKey key,
        List<Fingerprint> claims,
        List<Link> parents) {
      this(row, source, document, key, claims, parents, List.of());
    }
  }

  /**
   * It is not migrated.
   *
   * @param waitsFor the parents whose arrival lets it try again
   */
  record Rejected(SourceRow row, Fingerprint source, Rejection rejection, List<Link> waitsFor)
      implements Candidate {}

  /** A {@code where} or a named rule leaves it out. */
  record Skipped(SourceRow row, Fingerprint source, String rule) implements Candidate {}

  /** The target confirmed this very document before. */
  record Unchanged(SourceRow row, Fingerprint source, List<Link> standIns) implements Candidate {
    public Unchanged(SourceRow row, Fingerprint source) {
      this(row, source, List.of());
    }
  }
}
