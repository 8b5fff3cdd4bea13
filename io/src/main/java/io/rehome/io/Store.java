package io.rehome.io;

import io.rehome.model.SourceTable;
import java.io.Serializable;

/**
 * The migrator store: every record's original, its document, what happened to it and why. A handle:
 * it travels with the job and opens connections only where it is used. Every method, and every
 * method of what it hands out, throws {@link Outage} where the store cannot be reached.
 */
public interface Store extends Serializable {

  /** The same store, of which what is written from now on keeps so much of each record. */
  Store keeping(Keep keep);

  /** Makes the schema, or brings an older one up to date. Does nothing where it is current. */
  void upgrade();

  /** The statements that make room for the schema of our account, for a DBA. */
  String schemaScript();

  /** What has to be done before this version of Rehome can use the store. */
  Readiness readiness();

  /** How far the store's schema is from ours. */
  enum Readiness {
    CURRENT,
    /** {@code store init} has not run. */
    EMPTY,
    /** {@code store upgrade} has not run. */
    BEHIND,
    /** It was written by a later version. */
    AHEAD
  }

  /**
   * Takes the marketplace's lease for a run that writes. The lease renews itself until it is
   * closed. A holder whose session is gone is taken over at once, one whose lease expired is fenced
   * off.
   *
   * @throws MarketplaceBusy where another run holds it
   */
  Lease acquire(String marketplace, String run) throws MarketplaceBusy;

  /** The writes that the command itself makes. */
  Register register(String marketplace);

  /** A worker thread's way into the store. The caller closes it. */
  Ledger ledger(RunTag tag);

  /** A worker thread's search for records of this entity that claim the same unique value. */
  ClaimSearch claimSearch(RunTag tag, SourceTable source);

  /** What a mode selects, for the run of this tag. */
  Selections selections(RunTag tag);

  /**
   * What the store kept of the marketplace's source, in place of the source itself: its tables as
   * its catalog described them when a run last asked it, the originals of all records that are not
   * GONE, lookup tables and how keys are spelled. Ranges are intervals of a key's whole text.
   * Throws {@link UnknownName} for what was never read.
   */
  Source kept(String marketplace);

  /** What the store says that the target holds. */
  Holdings holdings(String marketplace);

  /** What comparisons with the target find, for the run of this tag. */
  Verifications verifications(RunTag tag);

  /** What can be read of a marketplace: books, totals, rejections. */
  Accounts accounts(String marketplace);

  /** Which database this is. */
  Identity identity();
}
