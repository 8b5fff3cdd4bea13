package io.rehome.io.jdbc;

import io.rehome.io.Withdrawal;
import io.rehome.model.Document;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Takes rows back that hold what was sent, within a caller's transaction. */
final class TakingBack {
  private final TableSql sql;
  private final Positions positions;

  TakingBack(Connection connection, TargetTableSql table) {
    this.sql = table.sql();
    this.positions = new Positions(connection, table.shape());
  }

  void takeBack(List<Withdrawal> withdrawals) throws SQLException {
    replace(withdrawals.stream().filter(one -> one.instead().isPresent()).toList());
    delete(withdrawals.stream().filter(one -> one.instead().isEmpty()).toList());
  }

  private void replace(List<Withdrawal> withdrawals) throws SQLException {
    List<Document> instead = withdrawals.stream().flatMap(one -> one.instead().stream()).toList();
    positions.ask(sql.update(), (index, row) -> {}, instead, sent(withdrawals));
  }

  private void delete(List<Withdrawal> withdrawals) throws SQLException {
    if (!withdrawals.isEmpty()) {
      positions.write(sql.delete(), sent(withdrawals));
    }
  }

  private static List<Document> sent(List<Withdrawal> withdrawals) {
    return withdrawals.stream().map(Withdrawal::sent).toList();
  }
}
