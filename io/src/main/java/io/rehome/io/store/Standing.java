package io.rehome.io.store;

import io.rehome.model.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the store of a record whose next attempt begins.
 *
 * @param page the page of its present attempt
 * @param counted whether the books of the run under way hold its outcome already
 * @param confirmed by whom the attempt was confirmed
 */
record Standing(long page, State state, Outcome outcome, Counted counted, Confirmed confirmed) {

  /** Whether the run's books hold it already. */
  enum Counted {
    NOT_YET,
    BY_THIS_RUN,
    /** It met its source row in a comparison of this run, which counted it as unchanged. */
    AS_UNCHANGED
  }

  /** By whom the attempt was confirmed. */
  enum Confirmed {
    BY_NONE,
    BY_THIS_RUN,
    BY_ANOTHER_RUN
  }

  private static final String LOCK =
      """
      select r.source_key, r.page, r.state, %s, p.run = ?,
             coalesce(p.run = ? and ((o.range_id = 0 and o.confirmed_at is not null)
                                     or (k.state = 'F' and k.run = p.run)), false),
             p.confirmed_at is not null,
             (select case when c.rejected = 0 then 'AS_UNCHANGED' else 'BY_THIS_RUN' end
                from rehome.scan_range c
               where c.run = ? and c.range_id = r.range_id
                 and not exists (select from rehome.selection s
                                  where s.scan = c.scan and s.entity = c.entity
                                    and s.source_key = r.source_key
                                    and s.range_id is not null))
        from %s r
        join rehome.page p on p.id = r.page
        left join rehome.page o
          on o.id = case when p.range_id = -1 then r.deferred_page else r.page end
        left join rehome.key_range k on k.id = o.range_id
       where r.source_key = any(?)
       order by r.source_key
         for update of r
      """;

  /** Locks those of these records that the store has, in key order, by their stored keys. */
  static Map<String, Standing> lock(
      Session session, Entity entity, int run, Collection<String> storedKeys) throws SQLException {
    Map<String, Standing> standing = new HashMap<>();
    session.each(
        row -> standing.put(row.getString(1), read(row)),
        LOCK.formatted(LifeCycle.outcome(), entity.records()),
        run,
        run,
        run,
        storedKeys.toArray(new String[0]));
    return standing;
  }

  private static Standing read(ResultSet row) throws SQLException {
    return new Standing(
        row.getLong(2),
        State.of(row.getString(3)),
        Outcome.valueOf(row.getString(4)),
        row.getBoolean(6) ? Counted.BY_THIS_RUN : compared(row.getString(8)),
        confirmed(row.getBoolean(7), row.getBoolean(5)));
  }

  private static Counted compared(@Nullable String counted) {
    return counted == null ? Counted.NOT_YET : Counted.valueOf(counted);
  }

  private static Confirmed confirmed(boolean confirmed, boolean ours) {
    if (!confirmed) {
      return Confirmed.BY_NONE;
    }
    return ours ? Confirmed.BY_THIS_RUN : Confirmed.BY_ANOTHER_RUN;
  }

  /** As what the run's books hold it already. */
  Optional<Outcome> countedAs() {
    return switch (counted) {
      case NOT_YET -> Optional.empty();
      case BY_THIS_RUN -> Optional.of(outcome);
      case AS_UNCHANGED -> Optional.of(Outcome.UNCHANGED);
    };
  }

  boolean isReady() {
    return state == State.READY;
  }

  boolean isLoaded() {
    return outcome == Outcome.LOADED;
  }

  boolean isLoadedByThisRun() {
    return isLoaded() && confirmed == Confirmed.BY_THIS_RUN;
  }
}
