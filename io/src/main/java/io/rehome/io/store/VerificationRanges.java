package io.rehome.io.store;

import io.rehome.io.PageFindings;
import io.rehome.io.Scan;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * The ranges of a verification. One is verified when all pages of one reading are kept, up to its
 * last; there is never more than one reading of it, since what was left of another is forgotten.
 */
final class VerificationRanges {
  private static final String ADD =
      "insert into rehome.verification_range (scan, entity, low, high) values (?, ?, ?, ?)";

  private static final String OPEN =
      """
      select k.id, k.low, k.high from rehome.verification_range k
       where k.scan = ? and k.entity = ? and not k.is_empty
         and not exists (select from rehome.verification_page p
                          where p.scan = k.scan and p.range_id = k.id
                          group by p.reading
                         having bool_or(p.is_last) and count(*) = max(p.number) + 1)
       order by k.id
      """;

  private static final String ADD_PAGE =
      """
      insert into rehome.verification_page
        (scan, range_id, reading, number, is_last, run, entity, read, same, missing_rejected,
         skipped, merged)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing
      """;

  /** The range ends where its reading stopped; the rest is a new range. */
  private static final String SPLIT =
      """
      with rest as (
        insert into rehome.verification_range (scan, entity, low, high)
        select scan, entity, ?, high from rehome.verification_range where id = ?
      )
      update rehome.verification_range set high = ? where id = ?
      """;

  private static final String CLOSE_EMPTY =
      """
      update rehome.verification_range k set is_empty = true
       where k.id = any(?)
         and not exists (select from rehome.verification_page p
                          where p.scan = k.scan and p.range_id = k.id)
      """;

  private final Session session;
  private final Scan scan;
  private final Entity entity;

  VerificationRanges(Session session, Scan scan, Entity entity) {
    this.session = session;
    this.scan = scan;
    this.entity = entity;
  }

  boolean areKnown() throws SQLException {
    return session.one(
        row -> row.getBoolean(1),
        "select exists (select from rehome.verification_range where scan = ? and entity = ?)",
        scan.id(),
        entity.id());
  }

  /** Under the lock of the scan's row: of two callers the second finds the ranges known. */
  void plan(List<List<String>> bounds) throws SQLException {
    session.first(row -> true, "select from rehome.scan where id = ? for update", scan.id());
    if (areKnown()) {
      return;
    }
    List<String> low = List.of();
    for (List<String> high : bounds) {
      add(low, high);
      low = high;
    }
    add(low, List.of());
  }

  private void add(List<String> low, List<String> high) throws SQLException {
    session.update(ADD, scan.id(), entity.id(), stored(low), stored(high));
  }

  private static String[] stored(List<String> bound) {
    return bound.stream().map(KeyColumn::stored).toArray(String[]::new);
  }

  List<KeyRange> unverified() throws SQLException {
    List<KeyRange> open = session.list(this::range, OPEN, scan.id(), entity.id());
    forget(open.stream().map(KeyRange::id).toArray(Long[]::new));
    return open;
  }

  void forgetGathered() throws SQLException {
    forget(PageId.BY_KEY);
  }

  private void forget(Long... ranges) throws SQLException {
    for (String table : List.of("verification_page", "finding")) {
      session.update(
          "delete from rehome.%s where scan = ? and entity = ? and range_id = any(?)"
              .formatted(table),
          scan.id(),
          entity.id(),
          ranges);
    }
  }

  private KeyRange range(ResultSet row) throws SQLException {
    return new KeyRange(entity.name(), row.getLong(1), bound(row, 2), bound(row, 3));
  }

  private static List<String> bound(ResultSet row, int column) throws SQLException {
    String[] stored = (String[]) row.getArray(column).getArray();
    return Arrays.stream(stored).map(KeyColumn::key).toList();
  }

  /** Whether the page was not kept before. */
  boolean add(PageId page, Page.End end, int run, PageFindings findings) throws SQLException {
    int added =
        session.update(
            ADD_PAGE,
            scan.id(),
            page.range(),
            page.reading(),
            page.number(),
            !(end instanceof Page.End.More),
            run,
            entity.id(),
            findings.read(),
            findings.same(),
            findings.missingRejected(),
            findings.skipped(),
            findings.merged());
    if (added > 0 && end instanceof Page.End.Split split) {
      String[] last = stored(split.key());
      session.update(SPLIT, last, page.range(), last, page.range());
    }
    return added > 0;
  }

  static void closeEmpty(Session session, List<KeyRange> ranges) throws SQLException {
    session.update(CLOSE_EMPTY, (Object) ranges.stream().map(KeyRange::id).toArray(Long[]::new));
  }
}
