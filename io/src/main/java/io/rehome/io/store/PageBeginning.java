package io.rehome.io.store;

import io.rehome.io.RunTag;
import io.rehome.io.jdbc.PgCopy;
import io.rehome.io.jdbc.PgCopyRows;
import io.rehome.model.Candidate;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one page durable. Where its range was never read and its entity was empty when the range
 * was planned, its records go straight into the partition by COPY; else over a temporary table, by
 * an upsert that folds what stands there.
 */
final class PageBeginning {
  private static final String OPEN =
      """
      select l.token, nextval('rehome.page_id'),
             coalesce(k.fresh, false), coalesce(k.first_reading = ?, true),
             set_config('synchronous_commit', 'on', true), %s
        from rehome.lease l left join rehome.key_range k on k.id = ?
       where l.marketplace = ?
         for key share of l
      """
          .formatted(FenceRow.NAME_SESSION);

  private static final String FIRST_READ =
      "update rehome.key_range set first_reading = ? where id = ? and first_reading is null";

  private static final String READ_AGAIN =
      "update rehome.key_range set attempt = attempt + 1 where id = ?";

  /** Records that entered otherwise may be in any of the ranges that are still to be read. */
  private static final String NONE_IS_FRESH =
      """
      update rehome.key_range set fresh = false
       where campaign = ? and entity = ? and fresh and state = 'O'
      """;

  private static final String IS_NEW =
      "select fresh and coalesce(first_reading = ?, true) from rehome.key_range where id = ?";

  private final Session session;
  private final RunTag tag;
  private final int run;
  private final Entity entity;
  private final RecordRows.Form form;
  private final Passage passage;
  private final PgCopyRows rows;

  PageBeginning(
      Session session,
      RunTag tag,
      int run,
      Entity entity,
      RecordRows.Form form,
      Passage passage,
      PgCopyRows rows) {
    this.session = session;
    this.tag = tag;
    this.run = run;
    this.entity = entity;
    this.form = form;
    this.passage = passage;
    this.rows = rows;
  }

  /**
   * The number of the new page.
   *
   * @param ofFreshRange there was no record of the entity when the range was planned
   * @param firstRead no other reading of the range had a page
   */
  private record Opened(long page, boolean ofFreshRange, boolean firstRead) {}

  /** Whether none of the page's records can be in the store. */
  static boolean isNew(Session session, PageId page) throws SQLException {
    return page.isOfRange()
        && session
            .first(row -> row.getBoolean(1), IS_NEW, page.reading(), page.range())
            .orElse(false);
  }

  /**
   * Does it within the session's transaction where none of the records can be in the store; answers
   * the page's number.
   */
  OptionalLong beginNew() throws SQLException {
    Opened opened = open();
    Map<String, Candidate> begun = begun();
    if (!opened.ofFreshRange()
        || !opened.firstRead()
        || begun.size() < passage.candidates().size()) {
      return OptionalLong.empty();
    }
    countReading();
    straightIn(opened.page(), begun);
    return OptionalLong.of(opened.page());
  }

  /** Does it all within the session's transaction; answers the page's number. */
  long begin() throws SQLException {
    Opened opened = open();
    if (!opened.ofFreshRange()) {
      session.update(NONE_IS_FRESH, tag.campaign(), entity.id());
    }
    countReading();
    overWhatStands(opened.page(), begun());
    return opened.page();
  }

  private void countReading() throws SQLException {
    PageId id = passage.id();
    if (id.isOfRange()) {
      session.update(FIRST_READ, id.reading(), id.range());
      if (id.number() == 0) {
        session.update(READ_AGAIN, id.range());
      }
    }
  }

  private Opened open() throws SQLException {
    PageId id = passage.id();
    return session
        .first(this::opened, OPEN, id.reading(), id.range(), tag.marketplace())
        .orElseThrow(() -> FenceRow.lost(tag.fence()));
  }

  private Opened opened(ResultSet row) throws SQLException {
    FenceRow.check(tag.fence(), row.getLong(1));
    return new Opened(row.getLong(2), row.getBoolean(3), row.getBoolean(4));
  }

  /**
   * The candidates that begin an attempt, by stored key; of two with one key the one that is good.
   */
  private Map<String, Candidate> begun() {
    Map<String, Candidate> begun = new LinkedHashMap<>();
    for (Candidate candidate : passage.candidates()) {
      if (!(candidate instanceof Candidate.Unchanged)) {
        begun.merge(key(candidate), candidate, PageBeginning::better);
      }
    }
    return begun;
  }

  private static Candidate better(Candidate earlier, Candidate later) {
    return later instanceof Candidate.Rejected ? earlier : later;
  }

  private static String key(Candidate candidate) {
    return KeyColumn.stored(candidate.row().key().text());
  }

  private void straightIn(long page, Map<String, Candidate> begun) throws SQLException {
    copy(entity.records(), page, begun.values());
    for (Edges.Kind kind : Edges.Kind.values()) {
      new Edges(session, entity, kind).add(begun.values());
    }
    new PageRow(session, run, entity).insert(page, passage, counts(Map.of()), ready(begun));
  }

  private void overWhatStands(long page, Map<String, Candidate> begun) throws SQLException {
    Map<String, Standing> standing = Standing.lock(session, entity, run, keys());
    session.update(Incoming.TABLE);
    leave(begun, standing);
    if (!begun.isEmpty()) {
      new Attempts(session, entity).keep(begun.keySet(), run);
      copy(Incoming.NAME, page, begun.values());
      session.update(upsert(), entity.id());
      leaveClaims(begun);
    }
    new Edges(session, entity, Edges.Kind.WAITS_FOR).replace(decided(begun));
    standIns(page, begun.values());
    new UnchangedRecords(session, entity, run, form, rows).refresh(unchanged(), standing);
    new PageRow(session, run, entity).insert(page, passage, counts(standing), ready(begun));
  }

  private void standIns(long page, Collection<Candidate> begun) throws SQLException {
    List<Candidate> sent = begun.stream().filter(Candidate.Ready.class::isInstance).toList();
    List<Candidate> others = new ArrayList<>(unchanged());
    begun.stream().filter(one -> !(one instanceof Candidate.Ready)).forEach(others::add);
    Edges standIns = new Edges(session, entity, Edges.Kind.STANDS_FOR);
    standIns.replaceOn(page, sent);
    standIns.replace(others);
  }

  /** A record that comes by key may have changed: it claims its earlier values no more. */
  private void leaveClaims(Map<String, Candidate> begun) throws SQLException {
    if (passage.id().range() == PageId.BY_KEY) {
      Map<String, List<Fingerprint>> claims = new LinkedHashMap<>();
      begun.forEach(
          (key, candidate) -> {
            if (candidate instanceof Candidate.Deferred deferred) {
              claims.put(key, deferred.claims());
            } else if (candidate instanceof Candidate.Ready) {
              claims.put(key, List.of());
            }
          });
      new Contenders(session, entity).leave(claims);
    }
  }

  /** What settled records reference is still asked for, until all of their cycle are loaded. */
  private List<Candidate> decided(Map<String, Candidate> begun) {
    boolean settling = passage.id().range() == PageId.SETTLING;
    return begun.values().stream()
        .filter(candidate -> !settling || !(candidate instanceof Candidate.Ready))
        .toList();
  }

  private void copy(String table, long page, Collection<Candidate> candidates) throws SQLException {
    RecordRows.Place place = new RecordRows.Place(page, passage.id().range());
    PgCopy.copy(
        session.connection(),
        RecordRows.copyInto(table),
        rows,
        filled -> new RecordRows(form, place, filled).add(candidates));
  }

  private String upsert() {
    return """
        insert into %1$s as r (entity, %2$s)
        select ?, %2$s from %3$s
        on conflict (source_key) do update set %4$s"""
        .formatted(entity.records(), RecordRows.COLUMNS, Incoming.NAME, LifeCycle.begun());
  }

  private List<String> keys() {
    return passage.candidates().stream().map(PageBeginning::key).toList();
  }

  private List<Candidate.Unchanged> unchanged() {
    return passage.candidates().stream()
        .filter(Candidate.Unchanged.class::isInstance)
        .map(Candidate.Unchanged.class::cast)
        .toList();
  }

  /** The pages that these records' attempts leave hold so many less. */
  private void leave(Map<String, Candidate> begun, Map<String, Standing> standing)
      throws SQLException {
    SortedMap<Long, Integer> left = new TreeMap<>();
    begun.keySet().stream()
        .map(standing::get)
        .filter(one -> one != null && one.isReady())
        .forEach(one -> left.merge(one.page(), -1, Integer::sum));
    PageRow.addReady(session, left);
  }

  private static int ready(Map<String, Candidate> begun) {
    return (int) begun.values().stream().filter(Candidate.Ready.class::isInstance).count();
  }

  private Counts counts(Map<String, Standing> standing) {
    Counts counts = new Counts();
    counts.read(passage.read());
    for (Candidate candidate : passage.candidates()) {
      String key = key(candidate);
      Standing before = standing.get(key);
      counts.add(outcome(candidate, before), key);
      if (before != null && passage.id().range() == PageId.BY_KEY) {
        before.countedAs().ifPresent(outcome -> counts.supersede(outcome, key));
      }
    }
    return counts;
  }

  private static Outcome outcome(Candidate candidate, @Nullable Standing before) {
    if (candidate instanceof Candidate.Ready) {
      return Outcome.LOADED;
    }
    if (candidate instanceof Candidate.Unchanged) {
      return before != null && before.isLoadedByThisRun() ? Outcome.LOADED : Outcome.UNCHANGED;
    }
    return State.begunBy(candidate).outcome();
  }
}
