package io.rehome.testdata.peers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** SELECT with a cursor and batches of INSERT, which the driver makes statements of many rows. */
public final class JdbcCopy {
  private static final int BATCH = 1000;

  private JdbcCopy() {}

  /**
   * Copies.
   *
   * @param arguments the number of threads, each of which takes one range of keys; URL and user of
   *     the source and of the target
   */
  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[0]);
    Place source = Place.in(arguments, 1);
    Place target = Place.in(arguments, 3).with("reWriteBatchedInserts=true");
    List<KeyRange> ranges = KeyRange.of(source).parts(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      await(pool.invokeAll(ranges.stream().map(range -> copying(range, source, target)).toList()));
    } finally {
      pool.shutdown();
    }
  }

  private static void await(List<Future<Long>> copies) throws Exception {
    for (Future<Long> copy : copies) {
      copy.get();
    }
  }

  private static Callable<Long> copying(KeyRange range, Place source, Place target) {
    return () -> copy(range, source, target);
  }

  private static long copy(KeyRange range, Place source, Place target) throws SQLException {
    try (Connection from = source.connect();
        Connection to = target.connect();
        Statement select = from.createStatement();
        PreparedStatement insert = to.prepareStatement(NoticeSql.INSERT)) {
      select.setFetchSize(BATCH);
      to.setAutoCommit(false);
      try (ResultSet rows = select.executeQuery(NoticeSql.select(range))) {
        return insert(rows, insert);
      }
    }
  }

  private static long insert(ResultSet rows, PreparedStatement insert) throws SQLException {
    long count = 0;
    while (rows.next()) {
      Notice.read(rows).bind(insert);
      insert.addBatch();
      if (++count % BATCH == 0) {
        send(insert);
      }
    }
    send(insert);
    return count;
  }

  private static void send(PreparedStatement insert) throws SQLException {
    insert.executeBatch();
    insert.getConnection().commit();
  }
}
