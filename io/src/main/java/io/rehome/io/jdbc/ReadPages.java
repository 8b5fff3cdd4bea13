package io.rehome.io.jdbc;

import io.rehome.io.Packing;
import io.rehome.io.ReadLimits;
import io.rehome.io.ReadWatch;
import io.rehome.model.KeyRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.beam.sdk.io.jdbc.JdbcIO;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;

/** Reads key ranges as pages, through JdbcIO. */
final class ReadPages<T> extends PTransform<PCollection<KeyRange>, PCollection<T>> {
  private static final long serialVersionUID = 1;

  private final SourceConnections connections;
  private final Selection selection;
  private final ReadLimits limits;
  private final ReadWatch watch;
  private final Packing<T> packing;
  private final int fetchSize;

  ReadPages(
      SourceConnections connections,
      Selection selection,
      ReadLimits limits,
      ReadWatch watch,
      Packing<T> packing,
      int fetchSize) {
    super("Read " + selection.table().entity() + " from the source");
    this.connections = connections;
    this.selection = selection;
    this.limits = limits;
    this.watch = watch;
    this.packing = packing;
    this.fetchSize = fetchSize;
  }

  /** Without JdbcIO's shuffle of its output: it would cost more than the reading. */
  @Override
  @SuppressWarnings("deprecation") // nothing else tells JdbcIO a coder that it cannot infer
  public PCollection<T> expand(PCollection<KeyRange> ranges) {
    PageMapper<T> mapper = mapper();
    return ranges.apply(
        "Read pages of " + selection.table().entity(),
        JdbcIO.<KeyRange, T>readAll()
            .withDataSourceProviderFn(new Provider(connections, sql()))
            .withQuery("the rows of " + selection.table().entity() + " by key range")
            .withParameterSetter(mapper)
            .withRowMapper(mapper)
            .withFetchSize(fetchSize)
            .withCoder(packing.coder())
            .withOutputParallelization(false));
  }

  private PageMapper<T> mapper() {
    SourceRate rate = new SourceRate(server(), limits.rowsPerSecond());
    return new PageMapper<>(selection, limits, rate, watch, packing);
  }

  /** Reads them on this thread, by the statements that JdbcIO would make. */
  void here(List<KeyRange> ranges, Consumer<T> each) {
    PageMapper<T> mapper = mapper();
    try (Connection connection = new Provider(connections, sql()).apply(null).getConnection()) {
      for (KeyRange range : ranges) {
        read(connection, range, mapper, each);
      }
    } catch (SQLException e) {
      throw SqlOutages.raised(server(), "read " + selection.table().entity(), e);
    }
  }

  private void read(Connection connection, KeyRange range, PageMapper<T> mapper, Consumer<T> each)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql())) {
      statement.setFetchSize(fetchSize);
      mapper.setParameters(range, statement);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.accept(mapper.mapRow(rows));
        }
      }
    }
  }

  private String server() {
    return JdbcUrl.of(connections.address()).server();
  }

  private String sql() {
    return selection.rows(selection.key().range());
  }

  /** Finds the pool of the JVM in which it is called. */
  private record Provider(SourceConnections connections, String sql)
      implements SerializableFunction<Void, DataSource> {
    @Override
    public DataSource apply(Void nothing) {
      String server = JdbcUrl.of(connections.address()).server();
      return RangeSession.dataSource(server, connections, sql);
    }
  }
}
