package io.rehome.io.jdbc;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.TargetReading;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads back from PostgreSQL. */
record PostgresReading(DatabaseAddress address) implements TargetReading {
  private static final int CONNECTIONS = 8;
  private static final int FETCHED_AT_ONCE = 10_000;
  private static final String DATA_EXCEPTION = "22";
  private static final Map<Named, String> QUOTED = new ConcurrentHashMap<>();

  private record Named(String jdbc, String table) {}

  @Override
  public Map<TargetKey, List<Document>> fetch(DocumentShape shape, Collection<TargetKey> keys) {
    List<TargetKey> asked = keys.stream().distinct().toList();
    return asked.isEmpty()
        ? Map.of()
        : ask("read " + shape.table().name(), it -> fetch(it, shape, asked));
  }

  private Map<TargetKey, List<Document>> fetch(
      Connection connection, DocumentShape shape, List<TargetKey> keys) throws SQLException {
    try {
      return query(connection, shape, keys);
    } catch (SQLException e) {
      if (!isOfData(e)) {
        throw e;
      }
      return keys.size() == 1 ? Map.of() : oneByOne(connection, shape, keys);
    }
  }

  private Map<TargetKey, List<Document>> oneByOne(
      Connection connection, DocumentShape shape, List<TargetKey> keys) throws SQLException {
    Map<TargetKey, List<Document>> found = new HashMap<>();
    for (TargetKey key : keys) {
      found.putAll(fetch(connection, shape, List.of(key)));
    }
    return found;
  }

  private static boolean isOfData(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(DATA_EXCEPTION);
  }

  private Map<TargetKey, List<Document>> query(
      Connection connection, DocumentShape shape, List<TargetKey> keys) throws SQLException {
    ReadingSql sql = sql(connection, shape);
    TargetCells cells = new TargetCells(shape.columns());
    Map<TargetKey, List<Document>> found = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql.fetch())) {
      sql.bindKeys(statement, keys);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(keys.get(row.getInt(1) - 1), any -> new ArrayList<>())
              .add(cells.document(row, 2));
        }
      }
    }
    return found;
  }

  @Override
  public List<Document> spelled(DocumentShape shape, List<Document> documents) {
    return ReadingSql.spells(shape) && !documents.isEmpty()
        ? ask("spell values of " + shape.table().name(), it -> spelled(it, shape, documents))
        : documents;
  }

  private List<Document> spelled(
      Connection connection, DocumentShape shape, List<Document> documents) throws SQLException {
    try {
      return sql(connection, shape).spelled(connection, documents);
    } catch (SQLException e) {
      if (!isOfData(e)) {
        throw e;
      }
      return documents.size() == 1 ? documents : spelledOneByOne(connection, shape, documents);
    }
  }

  private List<Document> spelledOneByOne(
      Connection connection, DocumentShape shape, List<Document> documents) throws SQLException {
    List<Document> spelled = new ArrayList<>();
    for (Document document : documents) {
      spelled.addAll(spelled(connection, shape, List.of(document)));
    }
    return spelled;
  }

  @Override
  public void keys(DocumentShape shape, Consumer<TargetKey> each) {
    ask(
        "read the keys of " + shape.table().name(),
        connection -> {
          keys(connection, shape, each);
          return shape;
        });
  }

  private void keys(Connection connection, DocumentShape shape, Consumer<TargetKey> each)
      throws SQLException {
    TargetCells cells = new TargetCells(shape.key());
    connection.setAutoCommit(false); // else the driver would hold all rows at once
    try (PreparedStatement statement = connection.prepareStatement(sql(connection, shape).keys())) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          each.accept(TargetKey.ofValues(cells.document(row, 1).values()));
        }
      }
    } finally {
      connection.rollback();
    }
  }

  @Override
  public List<List<String>> answer(String query) {
    return ask("answer a query of the plan", connection -> PlainAnswer.of(connection, query));
  }

  private ReadingSql sql(Connection connection, DocumentShape shape) throws SQLException {
    return new ReadingSql(quoted(connection, shape), shape);
  }

  /** Looked up once: many pages are read of the same table. */
  private String quoted(Connection connection, DocumentShape shape) throws SQLException {
    Named named = new Named(address.jdbc(), shape.table().name());
    String known = QUOTED.get(named);
    if (known != null) {
      return known;
    }
    String quoted = TargetCatalog.quoted(connection, shape.table());
    QUOTED.put(named, quoted);
    return quoted;
  }

  private <T extends @Nullable Object> T ask(String what, Query<T> query) {
    try (Connection connection =
        Pools.connect(address, Access.READ_ONLY, "verifying", CONNECTIONS)) {
      return query.on(connection);
    } catch (SQLException e) {
      throw SqlOutages.raised("the target " + JdbcUrl.of(address).server(), what, e);
    }
  }

  private interface Query<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }
}
