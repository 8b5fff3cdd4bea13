package io.rehome.io.jdbc;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Fence;
import io.rehome.io.Identity;
import io.rehome.io.Loading;
import io.rehome.io.Target;
import io.rehome.io.TargetReading;
import io.rehome.io.UnknownName;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A PostgreSQL database as target. Its connections come from a pool that the JVM shares. */
record PostgresTarget(DatabaseAddress address) implements Target {

  @Override
  public TargetTable describe(String table) throws UnknownName {
    try (Connection connection = connect()) {
      return new TargetCatalog(connection).describe(table);
    } catch (SQLException e) {
      throw raised("describe the table " + table, e);
    }
  }

  @Override
  public List<String> tables() {
    return ask(
        "list its tables",
        connection ->
            new TargetCatalog(connection).tables().stream().map(SourceName::shown).toList());
  }

  @Override
  public Identity identity() {
    return ask("say who it is", PostgresIdentity::of);
  }

  @Override
  public String fenceScript() {
    return TargetFence.script(address.user().resolve());
  }

  @Override
  public void createFence() {
    run("make the fence's table", TargetFence::create);
  }

  @Override
  public void raise(Fence fence) {
    run("raise the fence", connection -> TargetFence.raise(connection, fence));
  }

  @Override
  public Loading open(Fence fence) {
    return new PostgresLoading(new Transactions(address, fence));
  }

  @Override
  public TargetReading reading() {
    return new PostgresReading(address);
  }

  @Override
  public void advanceSequences(DocumentShape shape) {
    run(
        "advance the sequences of " + shape.table().name(),
        connection -> {
          String table = TargetCatalog.quoted(connection, shape.table());
          for (TargetColumn column : shape.columns()) {
            TargetSequences.advance(connection, table, column);
          }
        });
  }

  private void run(String what, Work work) {
    ask(
        what,
        connection -> {
          work.on(connection);
          return what;
        });
  }

  private <T> T ask(String what, Query<T> query) {
    try (Connection connection = connect()) {
      return query.on(connection);
    } catch (SQLException e) {
      throw raised(what, e);
    }
  }

  private Connection connect() {
    return Transactions.connect(address);
  }

  private RuntimeException raised(String what, SQLException e) {
    return SqlOutages.raised("the target " + JdbcUrl.of(address).server(), what, e);
  }

  private interface Query<T> {
    T on(Connection connection) throws SQLException;
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }
}
