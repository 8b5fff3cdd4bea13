package io.rehome.io.store;

import static java.util.stream.Collectors.toSet;

import io.rehome.io.jdbc.PgCopy;
import io.rehome.io.jdbc.PgCopyRows;
import io.rehome.model.Candidate;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records whose document the target holds already. Most of them change nothing in the store; where
 * the source row differs from the original, which may or may not be kept now, or a later attempt
 * stood in between, the record is brought up to date.
 */
final class UnchangedRecords {
  /** No page has this number: it tells these rows from those of attempts. */
  private static final long NO_PAGE = 0;

  private static final String WANTED =
      """
      select r.source_key
        from unnest(?, ?) u (source_key, source_fp)
        join %s r on r.source_key = u.source_key
        join rehome.page p on p.id = r.page
       where %s
      """;

  private static final String UPDATE =
      """
      update %s r set %s
        from %s u, rehome.page p
       where u.page = 0 and r.source_key = u.source_key and p.id = r.page and %s
      returning r.source_key, r.page
      """;

  private final Session session;
  private final Entity entity;
  private final int run;
  private final RecordRows.Form form;
  private final PgCopyRows rows;

  UnchangedRecords(Session session, Entity entity, int run, RecordRows.Form form, PgCopyRows rows) {
    this.session = session;
    this.entity = entity;
    this.run = run;
    this.form = form;
    this.rows = rows;
  }

  /**
   * {@code standing} is what was there before, by stored key; the table for incoming rows exists.
   */
  void refresh(List<Candidate.Unchanged> unchanged, Map<String, Standing> standing)
      throws SQLException {
    Map<String, Candidate.Unchanged> byKey = new HashMap<>();
    unchanged.forEach(one -> byKey.put(key(one), one));
    byKey.keySet().retainAll(wanted(byKey));
    if (!byKey.isEmpty()) {
      new Attempts(session, entity).keep(superseded(byKey.keySet(), standing), run);
      copy(byKey);
      update(standing);
    }
  }

  private Set<String> wanted(Map<String, Candidate.Unchanged> byKey) throws SQLException {
    if (byKey.isEmpty()) {
      return Set.of();
    }
    List<Map.Entry<String, Candidate.Unchanged>> entries = List.copyOf(byKey.entrySet());
    return session
        .list(
            row -> row.getString(1),
            WANTED.formatted(entity.records(), wanted()),
            entries.stream().map(Map.Entry::getKey).toArray(String[]::new),
            entries.stream().map(e -> e.getValue().source().asUuid()).toArray(UUID[]::new))
        .stream()
        .collect(toSet());
  }

  private String wanted() {
    return LifeCycle.wantsUnchanged(form.keepsOriginals());
  }

  /** Those of which a later attempt stood in between. */
  private static Set<String> superseded(Set<String> keys, Map<String, Standing> standing) {
    return keys.stream().filter(key -> !isLoaded(standing.get(key))).collect(toSet());
  }

  private static boolean isLoaded(@Nullable Standing before) {
    return before != null && before.isLoaded();
  }

  private void copy(Map<String, Candidate.Unchanged> byKey) throws SQLException {
    RecordRows.Place place = new RecordRows.Place(NO_PAGE, NO_PAGE);
    PgCopy.copy(
        session.connection(),
        RecordRows.copyInto(Incoming.NAME),
        rows,
        filled -> new RecordRows(form, place, filled).add(byKey.values()));
  }

  /** A record that was not LOADED goes back to its confirmed page, which holds one more. */
  private void update(Map<String, Standing> standing) throws SQLException {
    SortedMap<Long, Integer> back = new TreeMap<>();
    session.each(
        row -> {
          Standing before = standing.get(row.getString(1));
          if (before != null && !before.isLoaded()) {
            back.merge(row.getLong(2), 1, Integer::sum);
          }
        },
        UPDATE.formatted(entity.records(), LifeCycle.unchanged(), Incoming.NAME, wanted()));
    PageRow.addReady(session, back);
  }

  private static String key(Candidate candidate) {
    return KeyColumn.stored(candidate.row().key().text());
  }
}
