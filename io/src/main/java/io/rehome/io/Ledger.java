package io.rehome.io;

import io.rehome.model.Correction;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One worker thread's way into the store. Every write holds the run's fence and throws {@link
 * FencedOff} where it was taken over.
 */
public interface Ledger extends AutoCloseable {

  /** What the store knows of these records; those it never saw are left out. */
  Map<SourceKey, Known> known(String entity, Collection<SourceKey> keys);

  /**
   * The documents that the target may hold of these records: the confirmed one, and each that was
   * sent since with its fate unknown. Records of which nothing was ever sent are left out.
   */
  Map<SourceKey, Held> held(String entity, DocumentShape shape, Collection<SourceKey> keys);

  /**
   * What the target may hold of these records without its word for it. Records of which nothing of
   * that kind was sent are left out.
   */
  Map<SourceKey, Unproven> unproven(String entity, DocumentShape shape, Collection<SourceKey> keys);

  /** The parents of these keys; those the store never saw are left out. */
  Map<SourceKey, Parent> parents(String entity, Collection<SourceKey> keys);

  /** Those of these unique values that more than one record claims. */
  Set<Fingerprint> contended(String entity, Collection<Fingerprint> claims);

  /**
   * Whether the store has none of this page's records, as far as ranges tell: there was none of the
   * entity when the page's range was planned, and no other reading of the range came to a page.
   * Then {@link #known} and {@link #held} need not be asked.
   */
  boolean isNew(PageId page);

  /**
   * Does what {@link #begin} does where the store has none of the page's records, and nothing was
   * ever sent of them; this is certain.
   *
   * @return the page's number; empty, with nothing done, where the store may have one of them
   */
  OptionalLong beginNew(SourceTable source, DocumentShape shape, Passage passage);

  /**
   * Makes a page durable before the target sees any of it: each candidate's original, document and
   * outcome; those that are ready become PENDING.
   *
   * @return the page's number, for {@link #confirm}
   */
  long begin(SourceTable source, DocumentShape shape, Passage passage);

  /**
   * Records that the target confirmed the page's ready documents, but for those it refused, and
   * with it the page's outcomes; finishes the page's range where this was its last open page.
   */
  void confirm(long page, Map<SourceKey, Rejection> refused);

  /**
   * Keeps these originals of records of a page, where the store keeps only their fingerprints; to
   * be called before their rejections are recorded.
   */
  void keepOriginals(SourceTable source, Collection<SourceRow> rows);

  /**
   * Records that the target refused these settled records. Others of their cycle may be in the
   * target and reference them: they stay PENDING until {@link Register#rejectDoomed}.
   */
  void refuse(long page, Map<SourceKey, Rejection> refused);

  /**
   * Of how many of these records, from the first on, the kept originals have about so many bytes
   * together; one at least.
   */
  int fitting(String entity, List<SourceKey> keys, long bytes);

  /** The kept originals of these records, in any order. */
  List<SourceRow> kept(SourceTable source, Collection<SourceKey> keys);

  /**
   * The records of a span of keys ({@link Selections#spans}) as they are kept, but for those that
   * are GONE, in the order of their key's text: the first ones after this one, as many as a page of
   * this size holds by their originals. Empty where there are no more.
   */
  List<Kept> kept(
      SourceTable source,
      DocumentShape shape,
      KeyRange span,
      Optional<SourceKey> after,
      PageSize size);

  /** Keeps under which keys the source knows others that it holds for equal. */
  void spelled(String entity, Map<SourceKey, SourceKey> spelled);

  /** A lookup's content as it was kept. */
  LookupRows lookup(String name, int version);

  /** What was corrected of this entity's records by this version, and not undone by then. */
  List<Correction> corrections(String entity, int version);

  @Override
  void close();
}
