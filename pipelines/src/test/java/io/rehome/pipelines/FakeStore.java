package io.rehome.pipelines;

import io.rehome.io.Accounts;
import io.rehome.io.ClaimSearch;
import io.rehome.io.Holdings;
import io.rehome.io.Identity;
import io.rehome.io.Keep;
import io.rehome.io.Lease;
import io.rehome.io.Ledger;
import io.rehome.io.Register;
import io.rehome.io.RunTag;
import io.rehome.io.Selections;
import io.rehome.io.Source;
import io.rehome.io.Store;
import io.rehome.io.Verifications;
import io.rehome.model.SourceTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store in memory, found by its id wherever the handle travels: one {@link FakeLedger} for all
 * workers, and the accounts that a test gives it.
 */
record FakeStore(String id) implements Store {
  private static final long serialVersionUID = 1;
  private static final Map<String, FakeLedger> LEDGERS = new ConcurrentHashMap<>();
  private static final Map<String, Accounts> ACCOUNTS = new ConcurrentHashMap<>();

  FakeStore with(Accounts accounts) {
    ACCOUNTS.put(id, accounts);
    return this;
  }

  FakeLedger ledger() {
    return LEDGERS.computeIfAbsent(id, any -> new FakeLedger());
  }

  @Override
  public Store keeping(Keep keep) {
    return this; // it keeps all
  }

  @Override
  public Ledger ledger(RunTag tag) {
    return ledger();
  }

  @Override
  public ClaimSearch claimSearch(RunTag tag, SourceTable source) {
    return new FakeClaimSearch(ledger());
  }

  @Override
  public Selections selections(RunTag tag) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Source kept(String marketplace) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Holdings holdings(String marketplace) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Verifications verifications(RunTag tag) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Accounts accounts(String marketplace) {
    return ACCOUNTS.get(id);
  }

  @Override
  public Lease acquire(String marketplace, String run) {
    return new FakeLease();
  }

  @Override
  public Readiness readiness() {
    return Readiness.CURRENT;
  }

  @Override
  public Identity identity() {
    return new Identity("fake", id);
  }

  @Override
  public void upgrade() {}

  @Override
  public String schemaScript() {
    return "";
  }

  @Override
  public Register register(String marketplace) {
    throw new UnsupportedOperationException();
  }
}
