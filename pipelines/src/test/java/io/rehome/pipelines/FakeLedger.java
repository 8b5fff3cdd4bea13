package io.rehome.pipelines;

import io.rehome.io.Claimant;
import io.rehome.io.Held;
import io.rehome.io.Kept;
import io.rehome.io.Known;
import io.rehome.io.Ledger;
import io.rehome.io.LookupRows;
import io.rehome.io.Outage;
import io.rehome.io.PageSize;
import io.rehome.io.Parent;
import io.rehome.io.Unproven;
import io.rehome.io.Upload;
import io.rehome.model.Candidate;
import io.rehome.model.Correction;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetKey;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The store's ledger in memory, for records of one run. What it was asked and told stands in {@link
 * #journal}.
 */
final class FakeLedger implements Ledger {
  final List<String> journal;
  final Map<String, Map<SourceKey, Entry>> entries = new TreeMap<>();
  final List<Claimant> claimants = new ArrayList<>();
  private int outages;
  private final Map<Long, Passage> pages = new HashMap<>();

  FakeLedger() {
    this(new ArrayList<>());
  }

  FakeLedger(List<String> journal) {
    this.journal = journal;
  }

  /** The next so many questions for parents do not reach the store. */
  FakeLedger outages(int count) {
    outages = count;
    return this;
  }

  /** What is kept of one record. */
  static final class Entry {
    SourceRow row;
    Fingerprint source;
    Outcome outcome = Outcome.PENDING;
    @Nullable TargetKey key;
    @Nullable Document confirmed;
    @Nullable Rejection rejection;
    private boolean settled;
    private @Nullable Document attempt;
    private final List<Document> unsure = new ArrayList<>();

    private Entry(SourceRow row, Fingerprint source) {
      this.row = row;
      this.source = source;
    }

    private Held held() {
      List<Document> documents = new ArrayList<>(unsure);
      if (confirmed != null) {
        documents.add(0, confirmed);
      }
      return new Held(
          documents, unsure.isEmpty() ? Upload.Claim.AS_CONFIRMED : Upload.Claim.PERHAPS_HELD);
    }

    private Known known() {
      boolean sure = confirmed != null && unsure.isEmpty();
      return new Known(
          outcome,
          source,
          sure ? Optional.of(new Fingerprints().of(confirmed)) : Optional.empty(),
          "run");
    }

    private Parent parent() {
      if (confirmed != null) {
        return new Parent.Present(key);
      }
      return settled ? new Parent.UnderWay(key) : new Parent.NotLoaded();
    }
  }

  /** A record that the target holds under this key. */
  FakeLedger loaded(String entity, String sourceKey, String targetKey, Object... document) {
    Entry entry = entry(entity, sourceKey);
    entry.key = new TargetKey(targetKey);
    entry.confirmed = new Document(Arrays.asList(document));
    entry.outcome = Outcome.LOADED;
    return this;
  }

  /** A record that was deferred, and is decided now. */
  FakeLedger settled(String entity, String sourceKey, String targetKey) {
    Entry entry = entry(entity, sourceKey);
    entry.key = new TargetKey(targetKey);
    entry.settled = true;
    return this;
  }

  /** A record that the target does not hold. */
  FakeLedger rejected(String entity, String sourceKey) {
    entry(entity, sourceKey).outcome = Outcome.REJECTED;
    return this;
  }

  private Entry entry(String entity, String key) {
    SourceRow row = new SourceRow(new SourceKey(key), List.of(), true, 0);
    return of(entity).computeIfAbsent(row.key(), any -> new Entry(row, new Fingerprint(0, 0)));
  }

  /** What is kept of this record. */
  Entry kept(String entity, String key) {
    return of(entity).get(new SourceKey(key));
  }

  private Map<SourceKey, Entry> of(String entity) {
    return entries.computeIfAbsent(entity, any -> new TreeMap<>());
  }

  private Map<SourceKey, Entry> found(String entity, Collection<SourceKey> keys) {
    Map<SourceKey, Entry> found = new TreeMap<>(of(entity));
    found.keySet().retainAll(Set.copyOf(keys));
    return found;
  }

  @Override
  public synchronized Map<SourceKey, Known> known(String entity, Collection<SourceKey> keys) {
    journal.add("known " + entity + " " + sorted(keys));
    return found(entity, keys).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().known()));
  }

  @Override
  public synchronized Map<SourceKey, Held> held(
      String entity, DocumentShape shape, Collection<SourceKey> keys) {
    journal.add("held " + entity + " " + sorted(keys));
    return found(entity, keys).entrySet().stream()
        .filter(each -> !each.getValue().held().documents().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().held()));
  }

  @Override
  public synchronized Map<SourceKey, Parent> parents(String entity, Collection<SourceKey> keys) {
    if (outages-- > 0) {
      throw new Outage("the store was not reached", new EOFException());
    }
    journal.add("parents " + entity + " " + sorted(keys));
    return found(entity, keys).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().parent()));
  }

  @Override
  public synchronized Set<Fingerprint> contended(String entity, Collection<Fingerprint> claims) {
    Map<Fingerprint, Set<SourceKey>> claimed =
        claimants.stream()
            .collect(
                Collectors.groupingBy(
                    Claimant::value, Collectors.mapping(Claimant::key, Collectors.toSet())));
    return claims.stream()
        .filter(claim -> claimed.getOrDefault(claim, Set.of()).size() > 1)
        .collect(Collectors.toSet());
  }

  @Override
  public boolean isNew(PageId page) {
    return false;
  }

  @Override
  public OptionalLong beginNew(SourceTable source, DocumentShape shape, Passage passage) {
    return OptionalLong.empty();
  }

  @Override
  public synchronized long begin(SourceTable source, DocumentShape shape, Passage passage) {
    journal.add("begin " + keys(passage.candidates()));
    passage.candidates().forEach(candidate -> begin(source.entity(), candidate));
    long page = pages.size() + 1L;
    pages.put(page, passage);
    return page;
  }

  private void begin(String entity, Candidate candidate) {
    SourceRow row = candidate.row();
    Entry entry = of(entity).computeIfAbsent(row.key(), any -> new Entry(row, candidate.source()));
    entry.row = row;
    entry.source = candidate.source();
    if (candidate instanceof Candidate.Ready ready) {
      entry.outcome = Outcome.PENDING;
      entry.key = ready.key();
      entry.attempt = ready.document();
      entry.unsure.add(ready.document());
    } else if (candidate instanceof Candidate.Deferred deferred) {
      entry.outcome = Outcome.PENDING;
      entry.key = deferred.key();
    } else if (candidate instanceof Candidate.Rejected rejected) {
      entry.outcome = Outcome.REJECTED;
      entry.rejection = rejected.rejection();
    } else if (candidate instanceof Candidate.Skipped) {
      entry.outcome = Outcome.SKIPPED;
    } else if (candidate instanceof Candidate.Mapped) {
      throw new IllegalArgumentException("not decided: " + row.key());
    }
  }

  @Override
  public void keepOriginals(SourceTable source, Collection<SourceRow> rows) {
    // it keeps all
  }

  @Override
  public synchronized void confirm(long page, Map<SourceKey, Rejection> refused) {
    journal.add("confirm, refused " + sorted(refused.keySet()));
    refuse(refused, page);
    for (Candidate.Ready ready : pages.get(page).ready()) {
      if (!refused.containsKey(ready.row().key())) {
        Entry entry = ready(page, ready.row().key());
        entry.outcome = Outcome.LOADED;
        entry.confirmed = ready.document();
        entry.unsure.clear();
      }
    }
  }

  @Override
  public synchronized void refuse(long page, Map<SourceKey, Rejection> refused) {
    journal.add("refuse " + sorted(refused.keySet()));
    refused.forEach((key, rejection) -> ready(page, key).rejection = rejection);
  }

  @Override
  public synchronized Map<SourceKey, Unproven> unproven(
      String entity, DocumentShape shape, Collection<SourceKey> keys) {
    return Map.of(); // no run is killed here
  }

  private void refuse(Map<SourceKey, Rejection> refused, long page) {
    refused.forEach(
        (key, rejection) -> {
          Entry entry = ready(page, key);
          entry.outcome = Outcome.REJECTED;
          entry.rejection = rejection;
          entry.unsure.remove(entry.attempt);
        });
  }

  private Entry ready(long page, SourceKey key) {
    return of(pages.get(page).id().entity()).get(key);
  }

  @Override
  public int fitting(String entity, List<SourceKey> keys, long bytes) {
    return keys.size();
  }

  @Override
  public synchronized List<SourceRow> kept(SourceTable source, Collection<SourceKey> keys) {
    return found(source.entity(), keys).values().stream().map(entry -> entry.row).toList();
  }

  @Override
  public List<Kept> kept(
      SourceTable source,
      DocumentShape shape,
      KeyRange span,
      Optional<SourceKey> after,
      PageSize size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void spelled(String entity, Map<SourceKey, SourceKey> spelled) {}

  @Override
  public LookupRows lookup(String name, int version) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Correction> corrections(String entity, int version) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}

  private static List<String> keys(List<Candidate> candidates) {
    return candidates.stream().map(candidate -> candidate.row().key().text()).toList();
  }

  private static List<String> sorted(Collection<SourceKey> keys) {
    return keys.stream().map(SourceKey::text).sorted().toList();
  }
}
