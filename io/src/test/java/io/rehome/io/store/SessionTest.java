package io.rehome.io.store;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Outage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A step that is torn down while it works. The drill showed a page whose records were rolled back
 * with the connection, and whose row was committed by the next one: its range was finished, and the
 * store had lost two thousand records.
 */
final class SessionTest {
  private final StoreFixture fixture = new StoreFixture("users");
  private final Session session = new Session(StoreFixture.address(fixture.database));

  @BeforeEach
  void begin() {
    fixture.database.execute("drop table if exists kept");
    fixture.database.execute("create table kept (id int)", "grant all on kept to public");
  }

  @AfterEach
  void close() {
    session.close();
    fixture.close();
  }

  @Test
  void commitsNothingOfATransactionInWhichItIsClosed() {
    assertThrows(
        Outage.class,
        () ->
            session.run(
                () -> {
                  insert(1);
                  session.close();
                  insert(2);
                }));

    assertThat(kept(), is(empty()));
  }

  @Test
  void isNotCommittedWhereItIsClosedAtTheEnd() {
    assertThrows(
        Outage.class,
        () ->
            session.run(
                () -> {
                  insert(1);
                  session.close();
                }));

    assertThat(kept(), is(empty()));
  }

  @Test
  void canGoOnWithAnotherTransaction() {
    session.close();

    session.run(() -> insert(3));

    assertThat(kept(), contains("3"));
  }

  @Test
  void letsTheServerEndAStatementThatTakesLongerThanItMay() {
    assertThrows(
        Outage.class,
        () ->
            session.run(
                () -> {
                  session.mayTake(Duration.ofSeconds(6));
                  session.first(row -> true, "select pg_sleep(3)");
                }));

    session.run(() -> session.first(row -> true, "select pg_sleep(3)"));
  }

  private void insert(int id) throws SQLException {
    session.update("insert into kept values (?)", id);
  }

  private List<String> kept() {
    return fixture.sql("select id from kept order by id");
  }
}
