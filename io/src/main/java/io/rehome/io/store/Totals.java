package io.rehome.io.store;

import io.rehome.io.Campaign;
import io.rehome.io.RangeTally;
import io.rehome.model.Outcome;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** How many records there are, and how far the ranges; no record's content is read for it. */
final class Totals {
  /** READY attempts are counted on their pages. */
  private static final String READY =
      """
      select case when confirmed_at is null then 'PENDING' else 'LOADED' end, sum(ready)
        from rehome.page where entity = ? group by 1
      """;

  /** The others by the index that holds nothing else. */
  private static final String OTHERS =
      "select r.state, count(*) from %s r where r.state <> 'L' group by 1";

  private static final String PROGRESS =
      """
      select e.name, count(*), count(*) filter (where k.state = 'F'),
             count(*) filter (where k.state = 'W'), coalesce(sum(k.read), 0)
        from rehome.key_range k join rehome.entity e on e.id = k.entity
       where k.campaign = ?
       group by e.id, e.name order by e.id
      """;

  private static final String IDS =
      """
      select i.source_key, i.target_key
        from (select r.source_key, %s as target_key
                from %s r join rehome.page p on p.id = r.page) i
       where i.target_key is not null
       order by i.source_key
      """;

  private final Session session;
  private final String marketplace;

  Totals(Session session, String marketplace) {
    this.session = session;
    this.marketplace = marketplace;
  }

  Map<String, Map<Outcome, Long>> totals() throws SQLException {
    session.first(row -> true, "select set_config('enable_seqscan', 'off', true)");
    Map<String, Map<Outcome, Long>> totals = new LinkedHashMap<>();
    for (Entity entity : new Entity.Directory(session, marketplace).all()) {
      totals.put(entity.name(), totals(entity));
    }
    return totals;
  }

  private Map<Outcome, Long> totals(Entity entity) throws SQLException {
    Map<Outcome, Long> totals = new EnumMap<>(Outcome.class);
    session.each(
        row -> totals.merge(Outcome.valueOf(row.getString(1)), row.getLong(2), Long::sum),
        READY,
        entity.id());
    session.each(
        row -> totals.merge(State.of(row.getString(1)).outcome(), row.getLong(2), Long::sum),
        OTHERS.formatted(entity.records()));
    totals.values().removeIf(count -> count == 0);
    return totals;
  }

  List<RangeTally> progress(Campaign campaign) throws SQLException {
    return session.list(
        row ->
            new RangeTally(
                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
        PROGRESS,
        campaign.id());
  }

  void ids(String entity, BiConsumer<String, String> each) throws SQLException {
    Entity found = new Entity.Directory(session, marketplace).entity(entity);
    session.each(
        row -> each.accept(KeyColumn.key(row.getString(1)), KeyColumn.key(row.getString(2))),
        IDS.formatted(LifeCycle.confirmedTargetKey(), found.records()));
  }
}
