package io.rehome.plan;

import com.google.common.base.Splitter;
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
import io.rehome.io.UnknownName;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** A source of which only the catalog is there: tables as tests write them. */
final class GivenSource implements Source {
  private final Map<String, List<SourceColumn>> tables = new LinkedHashMap<>();
  private final Map<String, List<String>> keys = new LinkedHashMap<>();
  private final Map<String, LookupRows> lookups = new LinkedHashMap<>();

  /** A table of columns such as {@code "id INTEGER key"}. */
  GivenSource table(String name, String... columns) {
    List<SourceColumn> all = new ArrayList<>();
    List<String> key = new ArrayList<>();
    for (String column : columns) {
      List<String> words = Splitter.on(' ').splitToList(column);
      all.add(
          new SourceColumn(
              words.get(0),
              SourceType.valueOf(words.get(1)),
              words.get(1).toLowerCase(Locale.ROOT)));
      if (words.size() > 2) {
        key.add(words.get(0));
      }
    }
    tables.put(name, all);
    keys.put(name, key);
    return this;
  }

  GivenSource lookup(String table, LookupRows rows) {
    lookups.put(table, rows);
    return this;
  }

  @Override
  public SourceTable describe(
      String entity, SourceTable.From from, Optional<String> where, List<String> key)
      throws UnknownName {
    String name = from instanceof SourceTable.From.Table table ? table.name() : "query";
    if (!tables.containsKey(name)) {
      throw new UnknownName("the source has no table " + name, tables());
    }
    if (where.filter(condition -> condition.contains("nonsense")).isPresent()) {
      throw new UnknownName("the source refuses where: near nonsense", List.of());
    }
    List<SourceColumn> keyColumns = new ArrayList<>();
    for (String column : key.isEmpty() ? keys.get(name) : key) {
      keyColumns.add(column(name, column));
    }
    return new SourceTable(entity, from, where.orElse(""), tables.get(name), keyColumns);
  }

  private SourceColumn column(String table, String name) throws UnknownName {
    List<String> known = tables.get(table).stream().map(SourceColumn::name).toList();
    if (!known.contains(name)) {
      throw new UnknownName("the source has no column " + name, known);
    }
    return tables.get(table).get(known.indexOf(name));
  }

  @Override
  public void scan(
      SourceTable table, List<KeyRange> ranges, ReadLimits limits, Consumer<Page> each) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LookupRows lookup(String table) throws UnknownName {
    if (!lookups.containsKey(table)) {
      throw new UnknownName("the source has no table " + table, List.copyOf(lookups.keySet()));
    }
    return lookups.get(table);
  }

  @Override
  public List<List<String>> answer(String query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> tables() {
    return List.copyOf(tables.keySet());
  }

  @Override
  public Identity identity() {
    return new Identity("replica", "pets");
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
  public List<SourceRow> fetch(SourceTable table, List<SourceKey> keys) {
    throw new UnsupportedOperationException();
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
  public Optional<Outage> outage(Throwable failure) {
    return Optional.empty();
  }
}
