package io.rehome.io.jdbc;

import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Finds at once all rows of a set that break the foreign key which one of them was refused for. */
final class Orphans {
  private static final String FOREIGN_KEY_BROKEN = "23503";

  private static final String FOREIGN_KEY =
      """
      select array(select cast(a.attname as text)
                   from unnest(f.conkey) with ordinality as k (attnum, position)
                   join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum
                   order by k.position),
             n.nspname, p.relname,
             array(select cast(a.attname as text)
                   from unnest(f.confkey) with ordinality as k (attnum, position)
                   join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum
                   order by k.position)
      from pg_constraint f
      join pg_class p on p.oid = f.confrelid
      join pg_namespace n on n.oid = p.relnamespace
      where f.contype = 'f' and f.conname = ? and f.conrelid = cast(? as regclass)
      """;

  private final Connection connection;
  private final TargetTableSql table;

  Orphans(Connection connection, TargetTableSql table) {
    this.connection = connection;
    this.table = table;
  }

  /**
   * Refuses those of the slots whose parent is not there, and answers them; none where the failure
   * means something else, or another table.
   *
   * <p>The rows themselves need not be there. Those of a table that references itself are told only
   * where they are, see {@link Self}.
   */
  List<Slot> refuse(SQLException failure, List<Slot> slots, Self self) throws SQLException {
    Optional<ForeignKey> broken = broken(failure);
    if (broken.isEmpty() || (self == Self.IS_ABSENT && broken.get().isOf(table.sql().table()))) {
      return List.of();
    }
    return refuse(broken.get(), slots);
  }

  /** Whether the rows that are looked at stand in the table. */
  enum Self {
    IS_PRESENT,
    /** Then one of them may be another's parent, and its absence tells nothing. */
    IS_ABSENT
  }

  private List<Slot> refuse(ForeignKey broken, List<Slot> slots) throws SQLException {
    Map<String, Integer> places = table.shape().positions();
    if (!places.keySet().containsAll(broken.columns)) {
      return List.of();
    }
    List<Integer> child = broken.columns.stream().map(places::get).toList();
    List<Slot> orphans = new ArrayList<>();
    new Positions(connection, table.shape())
        .ask(
            table.sql().orphans(child, broken.parent, broken.parentColumns),
            (index, row) -> orphans.add(slots.get(index)),
            slots.stream().map(Slot::document).toList());
    orphans.forEach(slot -> slot.refuse(rejection(slot, broken, child)));
    return orphans;
  }

  private static Rejection rejection(Slot slot, ForeignKey broken, List<Integer> child) {
    List<String> values =
        child.stream().map(place -> String.valueOf(slot.document().values().get(place))).toList();
    return new Rejection(
        Stage.LOAD,
        Reason.PARENT_MISSING,
        String.join(", ", broken.columns),
        "no row of " + broken.parent + " has the key " + String.join(", ", values));
  }

  private Optional<ForeignKey> broken(SQLException failure) throws SQLException {
    ServerErrorMessage said =
        failure instanceof PSQLException told ? told.getServerErrorMessage() : null;
    if (said == null || !FOREIGN_KEY_BROKEN.equals(failure.getSQLState())) {
      return Optional.empty();
    }
    String constraint = String.valueOf(said.getConstraint());
    return Question.of(FOREIGN_KEY, constraint, table.sql().table())
        .row(connection, ForeignKey::read);
  }

  private record ForeignKey(List<String> columns, String parent, List<String> parentColumns) {
    static ForeignKey read(ResultSet row) throws SQLException {
      return new ForeignKey(
          names(row, 1),
          PgNames.quote(row.getString(2)) + "." + PgNames.quote(row.getString(3)),
          names(row, 4));
    }

    boolean isOf(String table) {
      return parent.equals(table);
    }

    private static List<String> names(ResultSet row, int column) throws SQLException {
      return Arrays.asList((String[]) row.getArray(column).getArray());
    }
  }
}
