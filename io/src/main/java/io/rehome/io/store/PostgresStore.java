package io.rehome.io.store;

import io.rehome.io.Accounts;
import io.rehome.io.ClaimSearch;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Holdings;
import io.rehome.io.Identity;
import io.rehome.io.Keep;
import io.rehome.io.Lease;
import io.rehome.io.Ledger;
import io.rehome.io.MarketplaceBusy;
import io.rehome.io.Register;
import io.rehome.io.RunTag;
import io.rehome.io.Selections;
import io.rehome.io.Source;
import io.rehome.io.Store;
import io.rehome.io.Verifications;
import io.rehome.io.jdbc.PgNames;
import io.rehome.model.SourceTable;

/**
 * The migrator store in a PostgreSQL database, in its schema {@code rehome}.
 *
 * @param keep how much of a record is kept of what is written from now on
 */
public record PostgresStore(DatabaseAddress address, Keep keep) implements Store {

  /** A store that keeps all. */
  public PostgresStore(DatabaseAddress address) {
    this(address, Keep.FULL);
  }

  @Override
  public Store keeping(Keep other) {
    return new PostgresStore(address, other);
  }

  @Override
  public void upgrade() {
    new Schema(address).upgrade();
  }

  @Override
  public String schemaScript() {
    return "create schema if not exists rehome authorization %s;\n"
        .formatted(PgNames.quote(address.user().resolve()));
  }

  @Override
  public Readiness readiness() {
    return new Schema(address).readiness();
  }

  @Override
  public Lease acquire(String marketplace, String run) throws MarketplaceBusy {
    return PostgresLease.acquire(address, marketplace, run);
  }

  @Override
  public Register register(String marketplace) {
    return new PostgresRegister(address, marketplace, keep);
  }

  @Override
  public Ledger ledger(RunTag tag) {
    return new PostgresLedger(new Session(address), tag, keep);
  }

  @Override
  public ClaimSearch claimSearch(RunTag tag, SourceTable source) {
    return new PostgresClaimSearch(address, tag, source);
  }

  @Override
  public Selections selections(RunTag tag) {
    return new PostgresSelections(address, tag);
  }

  @Override
  public Source kept(String marketplace) {
    return new KeptSource(address, marketplace);
  }

  @Override
  public Holdings holdings(String marketplace) {
    return new PostgresHoldings(address, marketplace);
  }

  @Override
  public Verifications verifications(RunTag tag) {
    return new PostgresVerifications(address, tag);
  }

  @Override
  public Accounts accounts(String marketplace) {
    return new PostgresAccounts(address, marketplace);
  }

  @Override
  public Identity identity() {
    return new Schema(address).identity();
  }
}
