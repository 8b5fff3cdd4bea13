package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.SourceUnderTest.keys;
import static io.rehome.io.jdbc.SourceUnderTest.limits;
import static io.rehome.io.jdbc.SourceUnderTest.range;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Account;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Outage;
import io.rehome.io.Refusal;
import io.rehome.io.Secret;
import io.rehome.model.SourceTable;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reading that breaks is an outage, and never the end of data. */
class BrokenReadingTest {
  private static final int ROWS = 40_000;

  @Test
  void throwsWhereMariaDbKillsTheConnectionInMidResult() throws Exception {
    Database database = TestServers.freshMariaDb();
    database.execute(
        "create table many (id int primary key, v varchar(600))",
        "insert into many select seq, repeat('secret', 100) from seq_1_to_40000");
    assertBreaks(SourceUnderTest.over(database));
  }

  @Test
  void throwsWherePostgresTerminatesTheBackendInMidResult() throws Exception {
    Database database = TestServers.freshPostgres();
    database.execute(
        "create table many (id int primary key, v varchar(600))",
        "insert into many select n, repeat('secret', 100) from generate_series(1, 40000) n");
    assertBreaks(SourceUnderTest.over(database));
  }

  private static void assertBreaks(SourceUnderTest source) throws Exception {
    SourceTable table = source.table("many");
    Exception failure =
        assertThrows(
            Exception.class,
            () ->
                source.pages(
                    table,
                    limits(1000),
                    new CutAfterFirstPage(source.database()),
                    range(List.of(), List.of())));

    Optional<Outage> outage = source.source().outage(failure);
    assertThat(outage.isPresent(), equalTo(true));
    assertThat(outage.orElseThrow().getMessage(), not(containsString("secret")));
    CutAfterFirstPage cut = new CutAfterFirstPage(source.database());
    assertThrows(
        Outage.class,
        () ->
            source
                .source()
                .scan(table, List.of(range(List.of(), List.of())), limits(1000), cut::took));
    assertThat(keys(source.pages(table, limits(1000), range(List.of(), List.of()))), hasSize(ROWS));
  }

  @Test
  void saysWhichServerIsNotThere() {
    Database nowhere = new Database("jdbc:postgresql://127.0.0.1:1/lost", "someone", "hush");
    Outage outage =
        assertThrows(Outage.class, () -> SourceUnderTest.over(nowhere).source().tables());

    assertThat(outage.getMessage(), containsString("127.0.0.1:1/lost"));
    assertThat(outage.getMessage(), not(containsString("hush")));
  }

  @Test
  void saysThatAnAccountIsRefusedAndNotThatItIsAnOutage() {
    Database database = TestServers.freshMariaDb();
    SourceUnderTest stranger = SourceUnderTest.over(database.as("stranger", "hush"));
    Refusal refusal = assertThrows(Refusal.class, () -> stranger.source().tables());

    assertThat(refusal.getMessage(), containsString("refused to connect"));
    assertThat(refusal.getMessage(), not(containsString("hush")));
  }

  @Test
  void saysWhichSecretIsMissing() {
    DatabaseAddress address =
        new DatabaseAddress(
            TestServers.freshMariaDb().jdbcUrl(),
            new Account("root"),
            new Secret("${env:NO_SUCH_VARIABLE}"));
    IllegalStateException missing =
        assertThrows(IllegalStateException.class, new MariaDbSourceDialect().open(address)::tables);

    assertThat(missing.getMessage(), containsString("NO_SUCH_VARIABLE"));
  }

  @Test
  void refusesToWriteToTheSource() {
    for (Database database : List.of(TestServers.freshMariaDb(), TestServers.freshPostgres())) {
      database.execute("create table kept (id int)");
      JdbcSource source = (JdbcSource) SourceUnderTest.over(database).source();
      assertThrows(
          Exception.class,
          () -> {
            try (var connection = Pools.connect(source.address(), Access.READ_ONLY, "asking", 2);
                var statement = connection.createStatement()) {
              statement.execute("insert into kept values (1)");
            }
          });
    }
  }
}
