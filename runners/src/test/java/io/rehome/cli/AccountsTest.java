package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.testdata.servers.Accounts;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accounts that the other tests' plans name may do no more than the docs say. */
final class AccountsTest {
  private static final String TABLE = "create table users (id int primary key)";

  @TempDir private Path folder;
  private Crossing crossing;

  @BeforeEach
  void begin() throws Exception {
    crossing = Crossing.from(folder, TestServers.freshMariaDb());
    crossing.source().execute(TABLE);
    crossing.plan("entities:\n  users: { from: users, to: users, id: keep, fields: {} }\n");
    crossing.target().execute(TABLE);
  }

  @Test
  void theReaderOnlyReads() {
    Database source = Accounts.reader(crossing.source());

    source.execute("select * from users");
    assertRefused(source, "insert into users values (1)", "denied");
    assertRefused(source, "create table more (id int)", "denied");
  }

  @Test
  void theReaderOfAPostgresqlOnlyReads() {
    Database source = Accounts.reader(crossing.target());

    source.execute("select * from users");
    assertRefused(source, "insert into users values (1)", "permission denied");
  }

  @Test
  void theLoaderWritesRowsAndMakesNoTables() {
    Database target = Accounts.loader(crossing.target());

    target.execute("insert into users values (1)", "delete from users");
    assertRefused(target, "truncate users", "permission denied");
    assertRefused(target, "create table more (id int)", "permission denied");
    assertRefused(target, "delete from rehome_fence", "permission denied");
  }

  @Test
  void theKeeperHasItsSchemaAlone() {
    Database store = Accounts.keeper(crossing.store());

    store.execute("create table rehome.more (id int)");
    assertRefused(store, "create table public.more (id int)", "permission denied");
    assertRefused(store, "create schema more", "permission denied");
  }

  private static void assertRefused(Database database, String statement, String why) {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> database.execute(statement));
    assertThat(refused.getMessage(), containsString(why));
  }
}
