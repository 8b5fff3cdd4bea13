package io.rehome.io.store;

import io.rehome.io.Book;
import io.rehome.model.RuleUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run's books. */
final class Books {
  /** Every enrolled entity has a line, those that the run did not touch one of zeros. */
  private static final String BOOKS =
      """
      select e.name, coalesce(b.read, 0), coalesce(b.loaded, 0), coalesce(b.unchanged, 0),
             coalesce(b.rejected, 0), coalesce(b.skipped, 0), coalesce(b.merged, 0),
             coalesce(b.gone, 0), coalesce(b.pending, 0),
             b.run is null or coalesce(b.balanced, false),
             coalesce((select extract(epoch from max(coalesce(p.confirmed_at, p.begun_at))
                                               - min(p.begun_at))
                         from rehome.page p
                         join rehome.run n on n.id = p.run
                        where n.marketplace = e.marketplace and n.run = ? and p.entity = e.id), 0)
        from rehome.entity e
        left join rehome.books b
          on b.marketplace = e.marketplace and b.run = ? and b.entity = e.name
       where e.marketplace = ?
       order by e.id
      """;

  /** Of the pages that the books count: of finished ranges, and those that were gathered by key. */
  private static final String RULES =
      """
      with counted as (
        select distinct on (p.range_id, p.number) p.entity, p.rule_fields, p.rule_names, p.rule_uses
          from rehome.run n
          join rehome.key_range k on k.run = n.id and k.state = 'F'
          join rehome.page p on p.range_id = k.id and p.reading = k.reading
         where n.marketplace = ? and n.run = ? and p.confirmed_at is not null
         order by p.range_id, p.number, p.id desc
      ), pages as (
        select * from counted
        union all
        select p.entity, p.rule_fields, p.rule_names, p.rule_uses
          from rehome.run n
          join rehome.page p on p.run = n.id
         where n.marketplace = ? and n.run = ? and p.range_id = 0 and p.confirmed_at is not null
      )
      select e.name, u.field, u.rule, sum(u.used)
        from pages p
        join rehome.entity e on e.id = p.entity
        cross join lateral unnest(p.rule_fields, p.rule_names, p.rule_uses) u (field, rule, used)
       group by e.id, e.name, u.field, u.rule
       order by e.id, u.field, u.rule
      """;

  private final Session session;
  private final String marketplace;

  Books(Session session, String marketplace) {
    this.session = session;
    this.marketplace = marketplace;
  }

  List<Book> books(String run) throws SQLException {
    return session.list(Books::book, BOOKS, run, run, marketplace);
  }

  private static Book book(ResultSet row) throws SQLException {
    return new Book(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getDouble(11),
        row.getBoolean(10) ? Book.Balance.BALANCED : Book.Balance.UNBALANCED);
  }

  Map<String, List<RuleUse>> rules(String run) throws SQLException {
    Map<String, List<RuleUse>> rules = new LinkedHashMap<>();
    session.each(
        row ->
            rules
                .computeIfAbsent(row.getString(1), entity -> new ArrayList<>())
                .add(new RuleUse(row.getString(2), row.getString(3), row.getLong(4))),
        RULES,
        marketplace,
        run,
        marketplace,
        run);
    return rules;
  }
}
