package io.rehome.io;

import io.rehome.model.Correction;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command writes into the store around its pipelines. Every method can be called twice.
 */
public interface Register {

  /** The number of this plan's version; a plan of the same rules keeps its number. */
  int planVersion(String text, Fingerprint rules);

  /** The marketplace's open campaign, begun where there is none or where {@code begin} says so. */
  Campaign campaign(Begin begin);

  /** Whether a campaign goes on. */
  enum Begin {
    CONTINUE,
    RESTART
  }

  /** Makes room for these entities (their names, each with its target table). */
  void enrol(Map<String, String> targetTables);

  /** Records that a run began. */
  void start(RunTag tag, String mode, String runner);

  /** Records how a run ended: its state ({@code FINISHED}, {@code STOPPED}, {@code FAILED}). */
  void finish(RunTag tag, String state, int exit);

  /** The entity's ranges that are not finished; empty where its ranges are not known yet. */
  Optional<List<KeyRange>> unfinished(Campaign campaign, String entity);

  /**
   * Keeps the ranges between these bounds, the outer ones open. Does nothing where they are known.
   */
  void plan(Campaign campaign, String entity, List<List<String>> bounds);

  /**
   * Finishes those of these ranges of which no page came; called after a pipeline that read all of
   * them to their end.
   */
  void closeEmpty(RunTag tag, List<KeyRange> ranges);

  /** Forgets which records of the entity claim the same unique value: they are to be found anew. */
  void uncontend(RunTag tag, String entity);

  /**
   * Decides all deferred records of these entities (one entity, or the entities of one cycle), set
   * by set. Those whose parent within the cycle is rejected, or absent, are REJECTED
   * (PARENT_NOT_LOADED, PARENT_MISSING), and so on down to their last descendant. Then, of those
   * that claim the same unique value, the one of the lowest rank wins and the others are REJECTED
   * (DUPLICATE), with their descendants. The rest is settled: to be loaded.
   */
  void settle(RunTag tag, List<String> entities);

  /**
   * Settled records of the entity that are not loaded yet, in the order of their key's text: the
   * first so many after this key.
   */
  List<SourceKey> settled(String entity, Optional<SourceKey> after, int limit);

  /** Whether the target refused settled records in a pass of this run that is not confirmed yet. */
  boolean isAnyRefused(RunTag tag, List<String> entities);

  /**
   * Records of the entity that are settled and cannot stay, since the target refused them ({@link
   * Ledger#refuse}), or since they reference one that is rejected, down to their last descendant in
   * these entities. In the order of their key's text: the first so many after this key.
   */
  List<SourceKey> doomed(
      List<String> entities, String entity, Optional<SourceKey> after, int limit);

  /**
   * Records of the entity that are settled and stay, and were sent with the key of a {@link
   * #doomed} parent, for which the plan has a value. In the order of their key's text: the first so
   * many after this key.
   */
  List<SourceKey> linkedToDoomed(
      List<String> entities, String entity, Optional<SourceKey> after, int limit);

  /**
   * Rejects all {@link #doomed} records of these entities: the refused ones as the target said, the
   * others as PARENT_NOT_LOADED. Called when nothing of them is in the target.
   */
  void rejectDoomed(RunTag tag, List<String> entities);

  /**
   * Records of the entity that are REJECTED, SKIPPED, MERGED or GONE, and of which the target may
   * hold a document that it never acknowledged. In the order of their key's text: the first so many
   * after this key.
   */
  List<SourceKey> left(String entity, Optional<SourceKey> after, int limit);

  /** Notes of such records that the target holds nothing of them but what it confirmed. */
  void withdrawn(RunTag tag, String entity, List<SourceKey> keys);

  /** Records that the target confirmed all settled records that this run wrote as a whole. */
  void confirmSettled(RunTag tag, List<String> entities);

  /**
   * Closes the ranges that only waited for their deferred records, with their outcomes; called when
   * the settled records are loaded.
   */
  void closeSettled(RunTag tag, List<String> entities);

  /** Leaves out the originals of settled records that are loaded, where they are not kept. */
  void leaveOutOriginals(RunTag tag, List<String> entities);

  /**
   * Up to so many records of the entity that are REJECTED for want of a parent (PARENT_MISSING,
   * PARENT_NOT_LOADED) while every parent that they wait for is present now; each is named once a
   * run.
   */
  List<SourceKey> released(RunTag tag, String entity, int limit);

  /**
   * Up to so many records of the entity that are LOADED with a value of the plan in place of a
   * parent which is present now; each is named once a run.
   */
  List<SourceKey> stoodFor(RunTag tag, String entity, int limit);

  /** Keeps a lookup's content; the same content keeps its version. */
  int lookup(String name, LookupRows rows);

  /**
   * Keeps corrections of one entity's records, which the next run applies; each replaces an earlier
   * one of the same field. Needs no lease.
   *
   * @throws IllegalArgumentException where the store has no such record
   */
  void correct(String entity, List<Correction> corrections, String note, String by);

  /**
   * Takes back what is in force of a record's corrections; they stay in its history.
   *
   * @param fields those fields only; empty = all
   * @return how many were taken back
   */
  int undo(String entity, SourceKey key, List<String> fields, String by);

  /** The version of the marketplace's corrections as they are now, which this run will apply. */
  int corrections(RunTag tag);

  /** Keeps which table of the source this version of a lookup is. */
  void lookedUp(String table, String lookup, int version);

  /** Keeps what the source's catalog says, for {@link Store#kept}. */
  void keep(Identity source, List<SourceTable> tables);
}
