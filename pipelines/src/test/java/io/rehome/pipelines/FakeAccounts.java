package io.rehome.pipelines;

import io.rehome.io.Accounts;
import io.rehome.io.Book;
import io.rehome.io.Campaign;
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

/** Accounts of one run, as a test gives them. */
record FakeAccounts(
    List<Book> books, List<RejectionGroup> rejections, Map<String, Map<Outcome, Long>> totals)
    implements Accounts {

  @Override
  public List<Book> books(String run) {
    return books;
  }

  @Override
  public List<RejectionGroup> rejections(String run, int sample) {
    return rejections;
  }

  @Override
  public Map<String, List<RuleUse>> rules(String run) {
    return Map.of();
  }

  @Override
  public Optional<Integer> planVersion(Fingerprint rules) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Campaign> campaign() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<RunEntry> runs(int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<RejectionGroup> openRejections(int sample) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Remedy> remedies(Failing failing, int sample) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void failing(Failing failing, long limit, Consumer<RejectedRecord> each) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void rejected(String run, Consumer<RejectedRecord> each) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<RangeTally> progress(Campaign campaign) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void ids(String entity, BiConsumer<String, String> each) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<Outcome, Long> waitingCorrections() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Story> story(String entity, SourceKey key) {
    throw new UnsupportedOperationException();
  }
}
