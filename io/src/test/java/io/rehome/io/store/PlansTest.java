package io.rehome.io.store;

import static io.rehome.io.store.StoreFixture.USER;
import static io.rehome.io.store.StoreFixture.USERS;
import static io.rehome.io.store.StoreFixture.lastPage;
import static io.rehome.io.store.StoreFixture.ready;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.io.store.StoreFixture.Running;
import io.rehome.model.Candidate;
import io.rehome.model.SourceKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the store's questions are answered by PostgreSQL. */
final class PlansTest {
  private static final List<SourceKey> PAGE = keys(1000);
  private static final String READ_ROW_BY_ROW =
      "select seq_tup_read from pg_stat_xact_user_tables where relname = 'record_1'";

  /**
   * A migration of a million rows took four times as long: each page was compared with every record
   * of the table, by a plan that was made while it was empty.
   */
  @Test
  void asksByTheIndexAlsoWhereTheTableWasEmptyAtFirst() {
    try (StoreFixture fixture = new StoreFixture("users");
        Session session = new Session(StoreFixture.address(fixture.database))) {
      Running run = fixture.run("r1");
      IntStream.range(0, 20).forEach(i -> session.run(() -> records(session).known(PAGE)));

      run.ledger().begin(USERS, USER, lastPage(run.ranges("users").get(0), people(20_000)));

      session.run(
          () -> {
            assertThat(records(session).known(PAGE).keySet(), is(Set.copyOf(PAGE)));
            assertThat(session.one(row -> row.getLong(1), READ_ROW_BY_ROW), is(0L));
          });
    }
  }

  private static Records records(Session session) throws SQLException {
    return new Records(
        session, new Entity.Directory(session, StoreFixture.MARKETPLACE).entity("users"));
  }

  private static List<SourceKey> keys(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(i -> new SourceKey(String.valueOf(i)))
        .toList();
  }

  private static Candidate[] people(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(i -> ready(String.valueOf(i), "Person ".repeat(100) + i))
        .toArray(Candidate[]::new);
  }
}
