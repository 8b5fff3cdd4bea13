package io.rehome.io.store;

import io.rehome.io.Asserted;
import io.rehome.io.Asserted.Agrees;
import io.rehome.io.Scan;
import java.sql.SQLException;
import java.util.List;

/** What the plan's pairs of queries answered. */
final class Assertions {
  private static final String ADD =
      """
      insert into rehome.verification_assertion
        (scan, number, source_query, target_query, source_answer, target_answer, agrees)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OF =
      """
      select source_query, target_query, source_answer, target_answer, agrees
        from rehome.verification_assertion where scan = ? order by number
      """;

  private final Session session;

  Assertions(Session session) {
    this.session = session;
  }

  void keep(Scan scan, List<Asserted> pairs) throws SQLException {
    session.update("delete from rehome.verification_assertion where scan = ?", scan.id());
    for (int i = 0; i < pairs.size(); i++) {
      Asserted pair = pairs.get(i);
      session.update(
          ADD,
          scan.id(),
          i,
          pair.sourceQuery(),
          pair.targetQuery(),
          KeyColumn.stored(pair.sourceAnswer()),
          pair.targetAnswer(),
          pair.agrees().name());
    }
  }

  List<Asserted> of(Scan scan) throws SQLException {
    return session.list(
        row ->
            new Asserted(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Agrees.valueOf(row.getString(5))),
        OF,
        scan.id());
  }
}
