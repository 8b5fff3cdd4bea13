package io.rehome.io.store;

import io.rehome.io.Identity;
import io.rehome.io.LookupRows;
import io.rehome.model.SourceTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What the catalog of a marketplace's source said when a run last asked it. */
final class KeptCatalog {
  private static final String KEEP_SOURCE =
      """
      insert into rehome.source (marketplace, server, database) values (?, ?, ?)
          on conflict (marketplace) do update set server = excluded.server,
             database = excluded.database
       where (source.server, source.database) <> (excluded.server, excluded.database)
      """;

  private static final String KEEP_TABLE =
      """
      insert into rehome.source_table (marketplace, entity, description) values (?, ?, ?)
          on conflict (marketplace, entity) do update set description = excluded.description
       where source_table.description <> excluded.description
      """;

  private static final String KEEP_LOOKUP =
      """
      insert into rehome.source_lookup (marketplace, source_table, name, version)
      values (?, ?, ?, ?)
          on conflict (marketplace, source_table) do update set name = excluded.name,
             version = excluded.version
       where (source_lookup.name, source_lookup.version) <> (excluded.name, excluded.version)
      """;

  private final Session session;
  private final String marketplace;

  KeptCatalog(Session session, String marketplace) {
    this.session = session;
    this.marketplace = marketplace;
  }

  void keep(Identity source, List<SourceTable> tables) throws SQLException {
    session.update(KEEP_SOURCE, marketplace, source.server(), source.database());
    for (SourceTable table : tables) {
      session.update(KEEP_TABLE, marketplace, table.entity(), TableText.text(table));
    }
  }

  void keep(String table, String lookup, int version) throws SQLException {
    session.update(KEEP_LOOKUP, marketplace, table, lookup, version);
  }

  Optional<Identity> source() throws SQLException {
    return session.first(
        row -> new Identity(row.getString(1), row.getString(2)),
        "select server, database from rehome.source where marketplace = ?",
        marketplace);
  }

  Optional<SourceTable> table(String entity) throws SQLException {
    return session.first(
        row -> TableText.table(entity, row.getString(1)),
        "select description from rehome.source_table where marketplace = ? and entity = ?",
        marketplace,
        entity);
  }

  Optional<LookupRows> lookup(String table) throws SQLException {
    record Version(String name, int number) {}
    Optional<Version> version =
        session.first(
            row -> new Version(row.getString(1), row.getInt(2)),
            "select name, version from rehome.source_lookup where marketplace = ? and source_table = ?",
            marketplace,
            table);
    return version.isPresent()
        ? Optional.of(
            new Lookups(session, marketplace).rows(version.get().name(), version.get().number()))
        : Optional.empty();
  }
}
