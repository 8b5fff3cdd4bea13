package io.rehome.io.store;

import io.rehome.model.Outcome;
import io.rehome.model.Page;
import io.rehome.model.Passage;
import io.rehome.model.RuleUse;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes the rows of the table {@code page}. */
final class PageRow {
  private static final String INSERT =
      """
      insert into rehome.page
        (id, run, entity, range_id, reading, number, ending, split, read, key_sum, outcome_sum,
         loaded, unchanged, rejected, skipped, merged, gone, deferred, deferred_keys, ready,
         rule_fields, rule_names, rule_uses, begun_at)
      values (?, ?, ?, ?, ?, ?, ?::"char", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now())
      """;

  private static final String SETTLEMENT =
      """
      insert into rehome.page
        (id, run, entity, range_id, reading, number, ending, read, key_sum, outcome_sum, loaded,
         unchanged, rejected, skipped, merged, gone, deferred, ready, rule_fields, rule_names,
         rule_uses, begun_at, confirmed_at)
      values (nextval('rehome.page_id'), ?, ?, -1, 0, 0, 'L', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
              '{}', '{}', '{}', now(), now())
      returning id
      """;

  private static final String OF_GONE =
      """
      insert into rehome.page
        (id, run, entity, range_id, reading, number, ending, read, key_sum, outcome_sum, loaded,
         unchanged, rejected, skipped, merged, gone, deferred, ready, rule_fields, rule_names,
         rule_uses, begun_at, confirmed_at)
      values (nextval('rehome.page_id'), ?, ?, 0, 0, 0, 'L', ?, 0, 0, 0, 0, ?, 0, 0, ?, 0, 0,
              '{}', '{}', '{}', now(), now())
      returning id
      """;

  private static final String OF_REOPENED =
      """
      insert into rehome.page
        (id, run, entity, range_id, reading, number, ending, read, key_sum, outcome_sum, loaded,
         unchanged, rejected, skipped, merged, gone, deferred, ready, rule_fields, rule_names,
         rule_uses, begun_at)
      values (nextval('rehome.page_id'), ?, ?, -1, 0, 0, 'L', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?,
              '{}', '{}', '{}', now())
      returning id
      """;

  /** In the order of their numbers, so that two transactions never wait for each other. */
  private static final String ADD_READY =
      """
      with held as (
        select id from rehome.page where id = any(?) order by id for no key update
      )
      update rehome.page p set ready = p.ready + u.more
        from held join unnest(?, ?) u (id, more) on u.id = held.id
       where p.id = held.id
      """;

  private final Session session;
  private final int run;
  private final Entity entity;

  PageRow(Session session, int run, Entity entity) {
    this.session = session;
    this.run = run;
    this.entity = entity;
  }

  /** Of {@code ready} records the attempt is READY on this page. */
  void insert(long page, Passage passage, Counts counts, int ready) throws SQLException {
    List<RuleUse> rules = passage.rules();
    session.update(
        INSERT,
        page,
        run,
        entity.id(),
        passage.id().range(),
        passage.id().reading(),
        passage.id().number(),
        ending(passage.end()),
        split(passage.end()),
        counts.read(),
        passage.keySum(),
        keySum(passage),
        counts.of(Outcome.LOADED),
        counts.of(Outcome.UNCHANGED),
        counts.of(Outcome.REJECTED),
        counts.of(Outcome.SKIPPED),
        counts.of(Outcome.MERGED),
        counts.of(Outcome.GONE),
        counts.of(Outcome.PENDING),
        counts.deferred().isEmpty() ? null : counts.deferred().toArray(new String[0]),
        ready,
        rules.stream().map(RuleUse::field).toArray(String[]::new),
        rules.stream().map(RuleUse::rule).toArray(String[]::new),
        rules.stream().map(RuleUse::used).toArray(Long[]::new));
  }

  private static long keySum(Passage passage) {
    return passage.candidates().stream().mapToLong(one -> one.row().key().hash64()).sum();
  }

  private static String ending(Page.End end) {
    if (end instanceof Page.End.More) {
      return "M";
    }
    return end instanceof Page.End.Last ? "L" : "S";
  }

  private static String @Nullable [] split(Page.End end) {
    return end instanceof Page.End.Split split
        ? split.key().stream().map(KeyColumn::stored).toArray(String[]::new)
        : null;
  }

  /** A page for what a settlement rejects: it names the run, and stands in no book. */
  static long ofSettlement(Session session, int run, Entity entity) throws SQLException {
    return session.one(row -> row.getLong(1), SETTLEMENT, run, entity.id());
  }

  /** A page of records that the source has no more: it stands in the run's book by itself. */
  static long ofGone(Session session, int run, Entity entity, int records) throws SQLException {
    return ofGone(session, run, entity, records, 0);
  }

  /** The same, where the target holds on to some. */
  static long ofGone(Session session, int run, Entity entity, int gone, int rejected)
      throws SQLException {
    return session.one(
        row -> row.getLong(1), OF_GONE, run, entity.id(), gone + rejected, rejected, gone);
  }

  /** A page of records that are PENDING again: it is never confirmed, and stands in no book. */
  static long ofReopened(Session session, int run, Entity entity, int records) throws SQLException {
    return session.one(row -> row.getLong(1), OF_REOPENED, run, entity.id(), records);
  }

  /** Changes how many records' attempts are READY on these pages. */
  static void addReady(Session session, SortedMap<Long, Integer> more) throws SQLException {
    if (!more.isEmpty()) {
      Long[] pages = more.keySet().toArray(new Long[0]);
      session.update(ADD_READY, pages, pages, more.values().toArray(new Integer[0]));
    }
  }
}
