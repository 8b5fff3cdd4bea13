package io.rehome.pipelines;

import io.rehome.io.Changes;
import io.rehome.io.Identity;
import io.rehome.io.LookupRows;
import io.rehome.io.Outage;
import io.rehome.io.Packing;
import io.rehome.io.RangeSize;
import io.rehome.io.ReadLimits;
import io.rehome.io.ReadWatch;
import io.rehome.io.Refusal;
import io.rehome.io.Source;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.io.EOFException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * A source in memory, whose rows can be fetched by key. An {@link EOFException} is what its driver
 * throws where the server is gone.
 */
record FakeSource(String id) implements Source {
  private static final long serialVersionUID = 1;
  private static final Map<String, List<SourceRow>> ROWS = new ConcurrentHashMap<>();

  static FakeSource holding(String id, List<SourceRow> rows) {
    ROWS.put(id, rows);
    return new FakeSource(id);
  }

  @Override
  public List<SourceRow> fetch(SourceTable table, List<SourceKey> keys) {
    return ROWS.get(id).stream().filter(row -> keys.contains(row.key())).toList();
  }

  @Override
  public Optional<Outage> outage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException) {
        return Optional.of(new Outage("the source was not reached", cause));
      }
    }
    return Optional.empty();
  }

  @Override
  public Identity identity() {
    return new Identity("fake", id);
  }

  @Override
  public Source within(int connections) {
    return this;
  }

  @Override
  public Optional<Refusal> refusal(Throwable failure) {
    return Optional.empty();
  }

  @Override
  public Changes changes(SourceTable table, String column) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Duration> lag() {
    return Optional.empty();
  }

  @Override
  public SourceTable describe(
      String entity, SourceTable.From from, Optional<String> where, List<String> key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<List<String>> bounds(SourceTable table, RangeSize size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PTransform<PCollection<KeyRange>, PCollection<Page>> read(
      SourceTable table, ReadLimits limits, ReadWatch watch) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> PTransform<PCollection<KeyRange>, PCollection<T>> read(
      SourceTable table, ReadLimits limits, Packing<T> packing) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void scan(
      SourceTable table, List<KeyRange> ranges, ReadLimits limits, Consumer<Page> each) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LookupRows lookup(String table) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<List<String>> answer(String query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> tables() {
    throw new UnsupportedOperationException();
  }
}
