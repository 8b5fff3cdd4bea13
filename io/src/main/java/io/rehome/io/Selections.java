package io.rehome.io;

import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run's mode selects, as its command keeps it. Every method can be called twice, and throws
 * {@link FencedOff} where the run lost its lease.
 */
public interface Selections {

  /**
   * The open scan of this mode, begun where there is none. An open one of another question, or of
   * an earlier campaign, is given up.
   */
  Scan open(String mode, String question);

  /**
   * Notes where a later pass may begin that trusts the column which tells an entity's changes, once
   * this one came to its end. The first mark of a scan stays.
   *
   * @param rules what decides how the entity's rows are read
   */
  void mark(Scan scan, String entity, String rules, String mark);

  /** The mark of the last pass of this mode and campaign, under these rules, that ended. */
  Optional<String> lastMark(Scan scan, String entity, String rules);

  /** Selects the failed records of these entities, once: does nothing where that was done. */
  void selectFailed(Scan scan, List<String> entities, Failed failed);

  /** The campaign's ranges of the entity. */
  List<KeyRange> ranges(Scan scan, String entity);

  /** Those of them that were not compared yet; makes ready what comparing them takes. */
  List<KeyRange> uncompared(Scan scan, String entity);

  /** The fingerprints of a range's records. For workers too. */
  RangePrints prints(KeyRange range);

  /**
   * What the store remembers of a range's records that have one of these fingerprints, and of those
   * that {@link RangePrints} has no fingerprint of. For workers too.
   */
  List<Remembered> remembered(KeyRange range, Collection<Fingerprint> prints);

  /** What the store remembers of these records. For workers too. */
  List<Remembered> remembered(String entity, Collection<SourceKey> keys);

  /**
   * The spans into which the entity's kept records are divided for this scan, but for those that
   * were compared: intervals of a key's whole text that tile the key space, numbered below zero.
   * Divided once, when they are first asked for, into spans of about this size.
   */
  List<KeyRange> spans(Scan scan, String entity, RangeSize size);

  /**
   * Keeps what a comparison found in a range or span, all at once; nothing where it was compared
   * before. For workers too.
   */
  void compared(Scan scan, KeyRange range, Compared found);

  /** Forgets what comparisons of keys found of an entity: it is compared anew, in other buckets. */
  void forgetMet(Scan scan, String entity);

  /**
   * Keeps what a comparison of keys found in a bucket, all at once; nothing where that was kept
   * before. For workers too.
   */
  void met(Scan scan, String entity, int bucket, Met found);

  /**
   * Lets records enter whose row the target confirmed and holds no more: they are PENDING from now
   * on, and the row may be inserted anew. For workers too.
   */
  void vanished(Scan scan, String entity, DocumentShape shape, List<SourceKey> keys);

  /** Of the keys still to enter, in the order of their text, the first so many after this one. */
  List<SourceKey> waiting(Scan scan, String entity, Optional<SourceKey> after, int limit);

  /** The key ranges in which a comparison met the waiting keys. */
  List<KeyRange> waitingRanges(Scan scan, String entity);

  /** Those of these keys that wait to enter. For workers too. */
  Set<SourceKey> selected(Scan scan, String entity, Collection<SourceKey> keys);

  /** Notes that the waiting keys up to this one, inclusive, went through the river. */
  void entered(Scan scan, String entity, SourceKey last);

  /** Notes that those of the waiting keys went through the river that have a range. */
  void picked(Scan scan, String entity);

  /** Notes records that were selected and are not in the source any more. For workers too. */
  void absent(Scan scan, String entity, List<SourceKey> keys);

  /**
   * Notes as absent the records of the entity that belong to no range of the campaign: called when
   * all its ranges were compared, and took in those that they met.
   */
  void unmet(Scan scan, String entity);

  /** Of the keys noted as absent, in the order of their text, the first so many after this one. */
  List<SourceKey> missing(Scan scan, String entity, Optional<SourceKey> after, int limit);

  /**
   * Lets records enter that a comparison of the scan counted as unchanged. One that was selected
   * before, or noted as absent, stays what it is. For workers too.
   */
  void select(Scan scan, String entity, List<SourceKey> keys);

  /** Does so with all records whose original is not kept, but for GONE and excluded ones. */
  void selectUnkept(Scan scan, String entity);

  /** Lets records enter that were noted as absent and are in the source after all. */
  void found(Scan scan, String entity, List<SourceKey> keys);

  /** How many of the records noted as absent the target holds. */
  Leaving leaving(Scan scan, String entity);

  /**
   * Keeps what the target made of records noted as absent, in one page of this run: GONE, with what
   * the target holds of them now, or REJECTED.
   */
  void retired(Scan scan, String entity, DocumentShape shape, Retired retired);

  /**
   * Makes those records GONE whose absence was noted, in one page of this run for each entity; what
   * the target holds of them stays confirmed.
   */
  void gone(Scan scan, String entity);

  /** Ends the scan: its question begins anew next time. */
  void end(Scan scan);
}
