package io.rehome.testdata.servers;

import static io.rehome.testdata.servers.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TestServersTest {
  @Test
  void handsOutEmptyMariaDbDatabasesThatDoNotSeeEachOther() {
    Database one = TestServers.freshMariaDb();
    Database other = TestServers.freshMariaDb();
    one.execute("create table pets (name varchar(20))", "insert into pets values ('Rex 🐶')");
    other.execute("create table pets (name varchar(20))");
    assertThat(one.name(), is(not(other.name())));
    assertThat(answer(one, "select group_concat(name) from pets"), is("Rex 🐶"));
    assertThat(answer(other, "select count(*) from pets"), is("0"));
  }

  @Test
  void handsOutEmptyPostgresDatabasesThatDoNotSeeEachOther() {
    Database one = TestServers.freshPostgres();
    Database other = TestServers.freshPostgres();
    one.execute("create table pets (name text)", "insert into pets values ('Rex 🐶')");
    other.execute("create table pets (name text)");
    assertThat(answer(one, "select string_agg(name, '') from pets"), is("Rex 🐶"));
    assertThat(answer(other, "select count(*) from pets"), is("0"));
  }

  @Test
  void mariaDbHasTheSequenceEngineAndLaxInsertsOnDemand() {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table dates (day date)",
        "set sql_mode = ''",
        "insert into dates select '0000-00-00' from seq_1_to_3",
        "insert into dates values ('2020-00-15')");
    assertThat(
        answer(source, "select group_concat(concat(day) order by day) from dates"),
        is("0000-00-00,0000-00-00,0000-00-00,2020-00-15"));
  }

  @Test
  void postgresIsAsDurableAsInProduction() {
    Database target = TestServers.freshPostgres();
    assertThat(answer(target, "show fsync"), is("on"));
    assertThat(answer(target, "select lower('ÄÉ') || upper('ß')"), is("äéß"));
  }

  @Test
  void aRoleMayLogInAndDoNothingElse() {
    TestServers.mariaDb().createRole("reader", "secret");
    TestServers.postgres().createRole("reader", "secret");
    Database source = TestServers.freshMariaDb();
    Database target = TestServers.freshPostgres();
    target.execute("create table pets (name text)");
    assertThat(answer(target.as("reader", "secret"), "select 1"), is("1"));
    assertThrows(
        IllegalStateException.class,
        () -> target.as("reader", "secret").execute("select * from pets"));
    assertThrows(
        IllegalStateException.class, () -> source.as("reader", "secret").execute("select 1"));
  }
}
