package io.rehome.io.store;

import io.rehome.io.Accounts;
import io.rehome.io.Book;
import io.rehome.io.Campaign;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Failing;
import io.rehome.io.RangeTally;
import io.rehome.io.RejectedRecord;
import io.rehome.io.RejectionGroup;
import io.rehome.io.Remedy;
import io.rehome.io.RunEntry;
import io.rehome.io.Story;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.RuleUse;
import io.rehome.model.SourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The accounts on PostgreSQL. Each method is one transaction on a connection of its own. */
final class PostgresAccounts extends Transacting implements Accounts {
  private final String marketplace;

  PostgresAccounts(DatabaseAddress address, String marketplace) {
    super(address);
    this.marketplace = marketplace;
  }

  @Override
  public Optional<Campaign> campaign() {
    return within(session -> new Campaigns(session, marketplace).open());
  }

  @Override
  public List<RunEntry> runs(int limit) {
    return within(session -> RunRow.latest(session, marketplace, limit));
  }

  @Override
  public Optional<Integer> planVersion(Fingerprint rules) {
    return within(session -> new Campaigns(session, marketplace).version(rules));
  }

  @Override
  public List<Book> books(String run) {
    return within(session -> new Books(session, marketplace).books(run));
  }

  @Override
  public Map<String, List<RuleUse>> rules(String run) {
    return within(session -> new Books(session, marketplace).rules(run));
  }

  @Override
  public Map<String, Map<Outcome, Long>> totals() {
    return within(session -> new Totals(session, marketplace).totals());
  }

  @Override
  public List<RangeTally> progress(Campaign campaign) {
    return within(session -> new Totals(session, marketplace).progress(campaign));
  }

  @Override
  public List<RejectionGroup> rejections(String run, int sample) {
    return within(session -> new Rejections(session, marketplace).groups(Optional.of(run), sample));
  }

  @Override
  public List<RejectionGroup> openRejections(int sample) {
    return within(session -> new Rejections(session, marketplace).groups(Optional.empty(), sample));
  }

  @Override
  public List<Remedy> remedies(Failing failing, int sample) {
    return within(
        session ->
            new Remedies(session, new Entity.Directory(session, marketplace).all(), failing)
                .all(sample));
  }

  @Override
  public void failing(Failing failing, long limit, Consumer<RejectedRecord> each) {
    within(
        session -> {
          new Rejections(session, marketplace).each(failing, limit, each);
          return true;
        });
  }

  @Override
  public void rejected(String run, Consumer<RejectedRecord> each) {
    within(
        session -> {
          new Rejections(session, marketplace).each(run, each);
          return true;
        });
  }

  @Override
  public void ids(String entity, BiConsumer<String, String> each) {
    within(
        session -> {
          new Totals(session, marketplace).ids(entity, each);
          return true;
        });
  }

  @Override
  public Map<Outcome, Long> waitingCorrections() {
    return within(session -> new CorrectionRows(session, marketplace).waiting());
  }

  @Override
  public Optional<Story> story(String entity, SourceKey key) {
    return within(session -> new Stories(session, marketplace).story(entity, key));
  }
}
