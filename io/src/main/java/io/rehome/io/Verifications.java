package io.rehome.io;

import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What comparisons with the target find, kept until the next one. They write to tables of their own
 * only, and need no lease, but for {@link #reopen}. Every method can be called twice.
 */
public interface Verifications {

  /** The open verification of this question, begun where there is none; it is this run's now. */
  Scan open(String question);

  /** Makes the scan of another mode this run's, so that what it found is told with this run. */
  void takeOver(Scan scan);

  /** Keeps the ranges between these bounds. Does nothing where they are known. */
  void plan(Scan scan, String entity, List<List<String>> bounds);

  /** Whether the entity's ranges are known. */
  boolean isPlanned(Scan scan, String entity);

  /**
   * The ranges that are not verified to their end; what was found in a part of one is forgotten.
   */
  List<KeyRange> unverified(Scan scan, String entity);

  /** Forgets what was found in pages of no range: they are gathered anew. */
  void forgetGathered(Scan scan, String entity);

  /** Keeps what was found in a page. For workers. */
  void found(Scan scan, PageId page, Page.End end, PageFindings findings);

  /** Notes that a pipeline read these ranges to their end: those without a page are empty. */
  void closeEmpty(Scan scan, List<KeyRange> ranges);

  /** Whether the keys of the target's table were looked at. */
  boolean areKeysCompared(Scan scan, String entity);

  /** Forgets unexpected rows that were found before the keys were looked at to their end. */
  void forgetUnexpected(Scan scan, String entity);

  /** Keeps rows of the target that no record accounts for. For workers. */
  void unexpected(Scan scan, String entity, List<Difference> rows);

  /** Notes that the keys were looked at to their end. */
  void keysCompared(Scan scan, String entity);

  /** The differences of an entity, in the order of their keys: the first so many after this one. */
  List<Difference> differences(Scan scan, String entity, Optional<Difference> after, int limit);

  /** Keeps what a second look at differences found: one that is none any more is not counted. */
  void lookedAgain(Scan scan, String entity, List<SecondLook> looks);

  /**
   * What the scan found that this run was the last to work at, by entity in the order of enrolment.
   */
  List<Findings> findings(int sample);

  /** Keeps what the plan's pairs of queries answered. */
  void asserted(Scan scan, List<Asserted> pairs);

  /** What the pairs of queries answered, of the scan that this run was the last to work at. */
  List<Asserted> asserted();

  /** Hands over all differences of an entity, in the order of their keys. */
  void each(Scan scan, String entity, Consumer<Difference> each);

  /**
   * Makes these records PENDING, so that they are tried again; under the run's lease.
   *
   * @param held what the target holds of each: it may be written over while it stays so. Nothing:
   *     the row may be inserted anew
   * @throws FencedOff where the run lost its lease
   */
  void reopen(DocumentShape shape, String entity, Map<SourceKey, List<Document>> held);

  /** Ends the verification: its question begins anew next time. */
  void end(Scan scan);
}
