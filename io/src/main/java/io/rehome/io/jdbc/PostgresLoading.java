package io.rehome.io.jdbc;

import io.rehome.io.Landing;
import io.rehome.io.Loading;
import io.rehome.io.Outage;
import io.rehome.io.Retirement;
import io.rehome.io.Upload;
import io.rehome.io.Withdrawal;
import io.rehome.model.DocumentShape;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Loads into PostgreSQL. New rows go by COPY; where one of them is refused, and where rows may be
 * there already, the set goes another way, which finds out which. Each transaction takes a
 * connection from the pool, so that a loading at rest holds none.
 */
final class PostgresLoading implements Loading {
  private static final String CHECK_AT_ONCE = "set constraints all immediate";

  private final Transactions transactions;
  private final Writers writers = new Writers();

  /** Where the last COPY was refused: collisions rarely come alone, so the next set goes slowly. */
  private final Set<DocumentShape> wary = new HashSet<>();

  private final Unanswered unanswered = new Unanswered();

  PostgresLoading(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Landing> load(DocumentShape shape, List<Upload> uploads) {
    Slots slots = Slots.of(uploads);
    unanswered.mark(shape, slots);
    if (!slots.toWrite().isEmpty()) {
      load(shape, slots);
    }
    return slots.landings();
  }

  private void load(DocumentShape shape, Slots slots) {
    try {
      if (!mayCopy(shape, slots) || !copied(shape, slots)) {
        write(shape, slots);
      }
      unanswered.forget(shape, slots);
    } catch (UnknownFate e) {
      unanswered.keep(shape, slots);
      throw outage(e);
    } catch (SQLException e) {
      throw SqlOutages.raised(transactions.server(), "load " + shape.table().name(), e);
    }
  }

  private Outage outage(UnknownFate e) {
    return new Outage(transactions.server() + " did not answer a commit", e);
  }

  private boolean mayCopy(DocumentShape shape, Slots slots) {
    return slots.areNew() && CopyCells.fit(shape.columns()) && !wary.contains(shape);
  }

  /** Whether the slots went in by COPY; else nothing of them did. */
  private boolean copied(DocumentShape shape, Slots slots) throws UnknownFate {
    try {
      return transactions.run(
          connection -> {
            writers.of(connection, shape).copy(connection, slots.toWrite());
            return true;
          });
    } catch (UnknownFate e) {
      throw e;
    } catch (SQLException e) { // what was refused, and why, is found out by the other way
      return false;
    }
  }

  private void write(DocumentShape shape, Slots slots) throws SQLException {
    try {
      transactions.run(connection -> write(connection, shape, slots));
    } catch (SQLException e) {
      if (!TargetRefusal.isOfData(e)) {
        throw e;
      }
      // A constraint that waited for the commit: looked at earlier, it tells which row it means.
      transactions.run(
          connection -> {
            execute(connection, CHECK_AT_ONCE);
            return write(connection, shape, slots);
          });
    }
  }

  private boolean write(Connection connection, DocumentShape shape, Slots slots)
      throws SQLException {
    writers.of(connection, shape).write(connection, slots.toWrite());
    return slots.hasRefused() ? wary.add(shape) : wary.remove(shape);
  }

  @Override
  public List<List<Landing>> loadTogether(List<Batch> batches) {
    List<Slots> all = batches.stream().map(batch -> Slots.of(batch.uploads())).toList();
    each(batches, all, unanswered::mark);
    try {
      transactions.run(
          connection -> {
            new TogetherWrite(connection, batches, all, writers).write();
            return all;
          });
      each(batches, all, unanswered::forget);
    } catch (UnknownFate e) {
      each(batches, all, unanswered::keep);
      throw outage(e);
    } catch (SQLException e) {
      if (!TargetRefusal.isOfData(e)) {
        throw SqlOutages.raised(transactions.server(), "load records together", e);
      }
      all.forEach(slots -> slots.refuseAll(TargetRefusal.of(e)));
    }
    return all.stream().map(Slots::landings).toList();
  }

  @Override
  public List<Landing> exchange(DocumentShape shape, List<Upload> uploads) {
    Slots slots = Slots.of(uploads);
    unanswered.mark(shape, slots);
    try {
      transactions.run(
          connection -> {
            TargetTableSql table = TargetTableSql.of(connection, shape);
            new Exchange(connection, table, writers.of(connection, shape)).write(slots.toWrite());
            return slots;
          });
      unanswered.forget(shape, slots);
      return slots.landings();
    } catch (UnknownFate e) {
      unanswered.keep(shape, slots);
      throw outage(e);
    } catch (SQLException e) {
      throw SqlOutages.raised(transactions.server(), "load " + shape.table().name(), e);
    }
  }

  @Override
  public void withdraw(DocumentShape shape, List<Withdrawal> withdrawals) {
    try {
      transactions.run(
          connection -> {
            new TakingBack(connection, TargetTableSql.of(connection, shape)).takeBack(withdrawals);
            return withdrawals;
          });
    } catch (UnknownFate e) {
      throw outage(e);
    } catch (SQLException e) {
      throw SqlOutages.raised(
          transactions.server(), "take rows of " + shape.table().name() + " back", e);
    }
  }

  @Override
  public List<Landing> retire(DocumentShape shape, Retirement retirement, List<Upload> uploads) {
    Slots slots = Slots.of(uploads);
    try {
      transactions.run(
          connection -> {
            execute(connection, CHECK_AT_ONCE);
            new Retiring(connection, TargetTableSql.of(connection, shape), retirement)
                .retire(slots.toWrite());
            return slots;
          });
      return slots.landings();
    } catch (UnknownFate e) {
      throw outage(e);
    } catch (SQLException e) {
      throw SqlOutages.raised(transactions.server(), "retire rows of " + shape.table().name(), e);
    }
  }

  private static void each(
      List<Batch> batches, List<Slots> all, BiConsumer<DocumentShape, Slots> step) {
    for (int i = 0; i < all.size(); i++) {
      step.accept(batches.get(i).shape(), all.get(i));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Nothing is held between loads. */
  @Override
  public void close() {}
}
