package io.rehome.io.store;

import io.rehome.model.SourceColumn;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.sql.SQLException;
import java.util.Collection;

/** The originals of an entity's records, where they are kept for some records only. */
final class Originals {
  private static final String KEEP =
      """
      update %s r set source = u.source
        from unnest(?, ?) u (source_key, source)
       where r.source_key = u.source_key and r.source is null
      """;

  private static final String LEAVE_OUT_OF_SETTLED =
      """
      update %s r set source = null
        from rehome.page p
       where r.deferred_page is not null and r.source is not null and p.id = r.page and %s
      """;

  private final Session session;
  private final Entity entity;

  Originals(Session session, Entity entity) {
    this.session = session;
    this.entity = entity;
  }

  void keep(SourceTable table, Collection<SourceRow> rows) throws SQLException {
    JsonText json = new JsonText(table.columns().stream().map(SourceColumn::name).toList());
    session.update(
        KEEP.formatted(entity.records()),
        rows.stream().map(row -> KeyColumn.stored(row.key().text())).toArray(String[]::new),
        rows.stream().map(row -> json.text(row.values())).toArray(String[]::new));
  }

  /** Those of records that were deferred, needed their originals to be settled, and are loaded. */
  void leaveOutOfSettled() throws SQLException {
    session.update(LEAVE_OUT_OF_SETTLED.formatted(entity.records(), LifeCycle.isLoaded()));
  }
}
