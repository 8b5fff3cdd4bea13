package io.rehome.io.store;

import io.rehome.io.Changes;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Identity;
import io.rehome.io.LookupRows;
import io.rehome.io.Outage;
import io.rehome.io.Packing;
import io.rehome.io.RangeSize;
import io.rehome.io.ReadLimits;
import io.rehome.io.ReadWatch;
import io.rehome.io.Refusal;
import io.rehome.io.Source;
import io.rehome.io.UnknownName;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * The source as the store kept it. Each method but {@link #read} is one transaction on its own
 * connection.
 */
record KeptSource(DatabaseAddress address, String marketplace) implements Source {

  @Override
  public Source within(int connections) {
    return this; // no connection to the source is ever opened
  }

  private interface Inquiry<T> {
    T answer(Session session) throws SQLException;
  }

  private <T> T ask(Inquiry<T> inquiry) {
    try (Session session = new Session(address)) {
      return session.transaction(() -> inquiry.answer(session));
    }
  }

  /** Another condition may be asked for: which records it chooses was kept with each of them. */
  @Override
  public SourceTable describe(
      String entity, SourceTable.From from, Optional<String> where, List<String> key)
      throws UnknownName {
    SourceTable kept =
        ask(session -> new KeptCatalog(session, marketplace).table(entity))
            .orElseThrow(() -> unknown("the store kept nothing of " + entity + " yet: run NORMAL"));
    if (!kept.from().equals(from)) {
      throw unknown("what the store kept of " + entity + " was read from elsewhere: run NORMAL");
    }
    if (!key.isEmpty() && !key.equals(kept.key().stream().map(SourceColumn::name).toList())) {
      throw unknown("what the store kept of " + entity + " has another key: run NORMAL");
    }
    return kept;
  }

  private static UnknownName unknown(String message) {
    return new UnknownName(message, List.of());
  }

  @Override
  public List<List<String>> bounds(SourceTable table, RangeSize size) {
    return ask(session -> new Spans(session, entity(session, table)).bounds(size)).stream()
        .map(bound -> List.of(KeyColumn.key(bound)))
        .toList();
  }

  @Override
  public PTransform<PCollection<KeyRange>, PCollection<Page>> read(
      SourceTable table, ReadLimits limits, ReadWatch watch) {
    return new ReadKept(address, marketplace, table, watch);
  }

  @Override
  public <T> PTransform<PCollection<KeyRange>, PCollection<T>> read(
      SourceTable table, ReadLimits limits, Packing<T> packing) {
    throw new UnsupportedOperationException("kept records are compared by their documents");
  }

  @Override
  public void scan(
      SourceTable table, List<KeyRange> ranges, ReadLimits limits, Consumer<Page> each) {
    throw new UnsupportedOperationException("kept records are read by a pipeline");
  }

  /** Also those whose keys the source once held for equal to these. */
  @Override
  public List<SourceRow> fetch(SourceTable table, List<SourceKey> keys) {
    return ask(
        session -> {
          Entity entity = entity(session, table);
          List<SourceKey> wanted = new ArrayList<>(keys);
          wanted.addAll(new KnownSpelling(session, entity).of(keys));
          return new Records(session, entity).kept(table, wanted);
        });
  }

  @Override
  public LookupRows lookup(String table) throws UnknownName {
    return ask(session -> new KeptCatalog(session, marketplace).lookup(table))
        .orElseThrow(() -> unknown("the store kept nothing of " + table + " yet: run NORMAL"));
  }

  /** None: the source's other tables were never asked for. */
  @Override
  public List<List<String>> answer(String query) {
    throw new UnsupportedOperationException("the store keeps rows and answers no query of a plan");
  }

  @Override
  public List<String> tables() {
    return List.of();
  }

  @Override
  public Identity identity() {
    return ask(session -> new KeptCatalog(session, marketplace).source())
        .orElseGet(() -> new Identity("", ""));
  }

  @Override
  public Optional<Outage> outage(Throwable failure) {
    return Optional.empty();
  }

  @Override
  public Optional<Refusal> refusal(Throwable failure) {
    return Optional.empty();
  }

  @Override
  public Changes changes(SourceTable table, String column) {
    throw new UnsupportedOperationException("the store keeps rows and not when they changed");
  }

  @Override
  public Optional<Duration> lag() {
    return Optional.empty();
  }

  private Entity entity(Session session, SourceTable table) throws SQLException {
    return new Entity.Directory(session, marketplace).entity(table.entity());
  }
}
