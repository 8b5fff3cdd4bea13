package io.rehome.io.jdbc;

import com.google.common.base.Throwables;
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
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** A source that is reached by JDBC. */
record JdbcSource(SourceConnections connections, SourceDialect dialect) implements Source {
  private static final Map<Wanted, Selection> SELECTIONS = new ConcurrentHashMap<>();

  /** Bytes of a row of which nothing is known. */
  private static final long UNKNOWN_ROW = 64 << 10;

  /** With the usual number of connections. */
  static JdbcSource at(DatabaseAddress address, SourceDialect dialect) {
    return new JdbcSource(
        new SourceConnections(JdbcUrl.checked(address), USUAL_CONNECTIONS), dialect);
  }

  @Override
  public Source within(int most) {
    return new JdbcSource(new SourceConnections(address(), most), dialect);
  }

  DatabaseAddress address() {
    return connections.address();
  }

  @Override
  public SourceTable describe(
      String entity, SourceTable.From from, Optional<String> where, List<String> key)
      throws UnknownName {
    return ask("describe " + entity, it -> catalog(it).describe(entity, from, where, key));
  }

  @Override
  public List<List<String>> bounds(SourceTable table, RangeSize size) {
    return ask("divide " + table.entity(), it -> KeyBounds.in(it, catalog(it), table).of(size));
  }

  @Override
  public PTransform<PCollection<KeyRange>, PCollection<Page>> read(
      SourceTable table, ReadLimits limits, ReadWatch watch) {
    return read(table, limits, watch, Packing.whole());
  }

  @Override
  public <T> PTransform<PCollection<KeyRange>, PCollection<T>> read(
      SourceTable table, ReadLimits limits, Packing<T> packing) {
    return read(table, limits, ReadWatch.none(), packing);
  }

  @Override
  public void scan(
      SourceTable table, List<KeyRange> ranges, ReadLimits limits, Consumer<Page> each) {
    read(table, limits, ReadWatch.none(), Packing.whole()).here(ranges, each);
  }

  private <T> ReadPages<T> read(
      SourceTable table, ReadLimits limits, ReadWatch watch, Packing<T> packing) {
    return ask(
        "find " + table.entity(),
        it -> {
          SourceCatalog catalog = catalog(it);
          Selection selection = selection(it, table, limits.columns());
          long rowBytes =
              catalog.statistics(table.from()).map(SourceStatistics::rowBytes).orElse(UNKNOWN_ROW);
          return new ReadPages<>(
              connections, selection, limits, watch, packing, dialect.fetchSize(rowBytes));
        });
  }

  @Override
  public List<SourceRow> fetch(SourceTable table, List<SourceKey> keys) {
    if (table.isKeyless()) {
      throw new IllegalArgumentException(table.entity() + " has no key to fetch by");
    }
    return ask(
        "fetch " + table.entity(),
        it -> new FetchByKey(it, selection(it, table, List.of())).rows(keys));
  }

  @Override
  public Changes changes(SourceTable table, String column) {
    return new Changes() {
      @Override
      public Optional<String> mark() {
        return ask("say when it changed", it -> changed(it, table, column).mark());
      }

      @Override
      public List<SourceKey> since(String mark, Optional<SourceKey> after, int limit) {
        return ask("list what changed", it -> changed(it, table, column).since(mark, after, limit));
      }
    };
  }

  private ChangedRows changed(Connection connection, SourceTable table, String column)
      throws SQLException {
    return new ChangedRows(connection, selection(connection, table, List.of()), column);
  }

  @Override
  public LookupRows lookup(String table) throws UnknownName {
    SourceTable described =
        describe(table, new SourceTable.From.Table(table), Optional.empty(), List.of());
    return ask(
        "read " + table, it -> new WholeTable(it, selection(it, described, List.of())).rows());
  }

  @Override
  public List<List<String>> answer(String query) {
    return ask("answer a query of the plan", it -> PlainAnswer.of(it, query));
  }

  @Override
  public List<String> tables() {
    return ask("list its tables", it -> catalog(it).names());
  }

  @Override
  public Identity identity() {
    return ask("say which it is", dialect::identity);
  }

  @Override
  public Optional<Duration> lag() {
    return ask("say how far it is behind", dialect::lag);
  }

  /** An outage of another server names that server. */
  @Override
  public Optional<Outage> outage(Throwable failure) {
    Optional<Outage> named =
        Throwables.getCausalChain(failure).stream()
            .filter(Outage.class::isInstance)
            .map(Outage.class::cast)
            .findFirst();
    return named.isPresent()
        ? named.filter(it -> String.valueOf(it.getMessage()).startsWith(server()))
        : SqlOutages.of(server(), failure);
  }

  /** Not one of another server, which names that server. */
  @Override
  public Optional<Refusal> refusal(Throwable failure) {
    return SqlOutages.refusal(server(), "read", failure);
  }

  private String server() {
    return JdbcUrl.of(address()).server();
  }

  /** Found once: many batches of keys are fetched of the same table. */
  private Selection selection(Connection connection, SourceTable table, List<String> columns)
      throws SQLException {
    Wanted wanted = new Wanted(address().jdbc(), table, columns);
    Selection known = SELECTIONS.get(wanted);
    if (known != null) {
      return known;
    }
    Selection found = catalog(connection).selection(table, columns);
    SELECTIONS.put(wanted, found);
    return found;
  }

  private record Wanted(String jdbc, SourceTable table, List<String> columns) {}

  private SourceCatalog catalog(Connection connection) {
    return new SourceCatalog(dialect, connection);
  }

  private <T, E extends Exception> T ask(String what, SourceConnections.Inquiry<T, E> inquiry)
      throws E {
    try {
      return connections.ask(inquiry);
    } catch (SQLException e) {
      throw SqlOutages.raised(server(), what, e);
    }
  }
}
