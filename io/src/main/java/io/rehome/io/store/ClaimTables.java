package io.rehome.io.store;

import static java.util.stream.Collectors.joining;

import io.rehome.io.Claimant;
import io.rehome.io.jdbc.PgCopy;
import io.rehome.io.jdbc.PgCopyRows;
import io.rehome.model.KeyRange;
import io.rehome.model.PageId;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceType;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The claims that a search has noted of one entity, and the pages that it noted them of, in two
 * tables that are there while it lasts. They are not logged, which makes them cheap: a crash of the
 * server empties both, and with them the mark of the search.
 */
final class ClaimTables {
  /** The mark is a page of no range, whose reading is the fence's token. */
  private static final long MARK = 0;

  private static final String MAKE_CLAIMS =
      """
      create unlogged table %s (
        claim uuid not null, source_key text collate "C" not null, field text not null%s)
      """;

  private static final String MAKE_PAGES =
      """
      create unlogged table %s (
        range_id bigint, reading bigint, number int, last boolean not null,
        primary key (range_id, reading, number))
      """;

  private static final String ADD_PAGE =
      "insert into %s (range_id, reading, number, last) values (?, ?, ?, ?) on conflict do nothing";

  private static final String CLOSE =
      """
      insert into %s (range_id, reading, number, last)
      select u.id, 0, 0, true from unnest(?) u (id)
          on conflict do nothing
      """;

  private static final String RANGES =
      """
      select distinct range_id from (
        select range_id
          from %s
         group by range_id, reading
        having bool_or(last) and count(*) = max(number) + 1) whole
      """;

  /** A record whose range was read twice has its claims twice. */
  private static final String RANK =
      """
      insert into rehome.contender (entity, claim, source_key, rank, field)
      select %1$d, r.claim, r.source_key, r.rank, r.field
        from (select c.claim, c.source_key, c.field,
                     row_number() over (partition by c.claim order by %3$s) - 1 as rank,
                     count(*) over (partition by c.claim) as claimants
                from (select distinct on (claim, source_key) *
                        from %2$s
                       where claim in (select claim from %2$s group by claim having count(*) > 1)
                       order by claim, source_key) c) r
       where r.claimants > 1
          on conflict (entity, claim, source_key) do update set rank = excluded.rank
       where contender.rank <> excluded.rank
      """;

  private final Session session;
  private final Entity entity;
  private final List<SourceColumn> key;

  ClaimTables(Session session, Entity entity, List<SourceColumn> key) {
    this.session = session;
    this.entity = entity;
    this.key = key;
  }

  private String claims() {
    return "rehome.claim_" + entity.id();
  }

  private String pages() {
    return "rehome.claim_page_" + entity.id();
  }

  boolean areThere() throws SQLException {
    return session.one(row -> row.getBoolean(1), "select to_regclass(?) is not null", pages());
  }

  /** Whether they are of the search under this fence, and whole. */
  boolean areOf(long token) throws SQLException {
    return areThere()
        && session.one(
            row -> row.getBoolean(1),
            "select exists (select from %s where range_id = ? and reading = ?)".formatted(pages()),
            MARK,
            token);
  }

  /** Makes them anew, empty. */
  void make(long token) throws SQLException {
    drop();
    String parts = parts().map(part -> ", " + part + " text collate \"C\"").collect(joining());
    session.update(MAKE_CLAIMS.formatted(claims(), parts));
    session.update(MAKE_PAGES.formatted(pages()));
    session.update(ADD_PAGE.formatted(pages()), MARK, token, 0, false);
  }

  void drop() throws SQLException {
    session.update("drop table if exists %s, %s".formatted(pages(), claims()));
  }

  /** The columns of a key of several columns. */
  private Stream<String> parts() {
    return IntStream.range(0, key.size() > 1 ? key.size() : 0).mapToObj(i -> "part_" + i);
  }

  /** The ranges of which one reading is whole. */
  List<Long> ranges() throws SQLException {
    return session.list(row -> row.getLong(1), RANGES.formatted(pages()));
  }

  /** False where the page is there already. */
  boolean addPage(PageId page, boolean last) throws SQLException {
    return session.update(
            ADD_PAGE.formatted(pages()), page.range(), page.reading(), page.number(), last)
        > 0;
  }

  void addClaims(List<Claimant> claimants, PgCopyRows rows) throws SQLException {
    PgCopy.copy(
        session.connection(),
        "copy %s from stdin (format binary)".formatted(claims()),
        rows,
        filled -> claimants.forEach(claimant -> add(claimant, filled)));
  }

  private void add(Claimant claimant, PgCopyRows rows) {
    List<String> parts = key.size() > 1 ? claimant.key().parts(key.size()) : List.of();
    rows.row(3 + parts.size());
    rows.uuid(claimant.value().asUuid());
    rows.text(KeyColumn.stored(claimant.key().text()));
    rows.text(claimant.field());
    parts.forEach(part -> rows.text(KeyColumn.stored(part)));
  }

  void close(List<KeyRange> ranges) throws SQLException {
    session.update(
        CLOSE.formatted(pages()), (Object) ranges.stream().map(KeyRange::id).toArray(Long[]::new));
  }

  void rank() throws SQLException {
    session.update("analyze " + claims());
    session.update("set local work_mem = '64MB'");
    session.update(RANK.formatted(entity.id(), claims(), order()));
  }

  /** 1.0 and 1.00 are two keys; their text decides. */
  private String order() {
    String columns =
        IntStream.range(0, key.size()).mapToObj(i -> order(i) + ", ").collect(joining());
    return columns + "c.source_key";
  }

  private String order(int column) {
    String part = key.size() > 1 ? "c.part_" + column : "c.source_key";
    SourceType type = key.get(column).type();
    boolean number = type == SourceType.INTEGER || type == SourceType.DECIMAL;
    return number ? part + "::numeric" : part;
  }
}
