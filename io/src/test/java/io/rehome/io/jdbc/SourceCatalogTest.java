package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.LookupRows;
import io.rehome.io.UnknownName;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceTable.From;
import io.rehome.model.SourceType;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalog says, on each engine. */
class SourceCatalogTest {
  private static final SourceUnderTest MARIADB = over(TestServers.freshMariaDb(), '`');
  private static final SourceUnderTest POSTGRES = over(TestServers.freshPostgres(), '"');

  private static SourceUnderTest over(Database database, char quote) {
    database.execute(
        "create table members (member_id int, branch int, name varchar(30),"
            + " primary key (branch, member_id))",
        "insert into members values (1, 9, 'Ann')",
        "create view adults as select * from members",
        "create table "
            + quote
            + "Order"
            + quote
            + " ("
            + quote
            + "user"
            + quote
            + " int primary key, doubled int generated always as (1 + 1) stored)",
        "insert into " + quote + "Order" + quote + " values (5, default)",
        "create table plain (a int, b varchar(3))",
        "insert into plain values (1, null), (2, 'x')");
    return SourceUnderTest.over(database);
  }

  static Stream<SourceUnderTest> sources() {
    return Stream.of(MARIADB, POSTGRES);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void describesColumnsAndThePrimaryKeyInItsOrder(SourceUnderTest source) throws Exception {
    SourceTable table = source.table("members");

    assertThat(
        table.columns().stream().map(SourceColumn::name).toList(),
        contains("member_id", "branch", "name"));
    assertThat(
        table.columns().stream().map(SourceColumn::type).toList(),
        contains(SourceType.INTEGER, SourceType.INTEGER, SourceType.TEXT));
    assertThat(
        table.key().stream().map(SourceColumn::name).toList(), contains("branch", "member_id"));
    assertThat(source.rows(table).get(0).key(), equalTo(new SourceKey("[\"9\",\"1\"]")));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void describesAViewWithTheKeyThatThePlanNames(SourceUnderTest source) throws Exception {
    SourceTable view = source.table("adults", "member_id");

    assertThat(view.key().stream().map(SourceColumn::name).toList(), contains("member_id"));
    assertThat(source.rows(view).get(0).key(), equalTo(new SourceKey("1")));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void describesATableWithoutAKeyAsKeyless(SourceUnderTest source) throws Exception {
    assertThat(source.table("plain").isKeyless(), equalTo(true));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void findsATableBySchemaAndName(SourceUnderTest source) throws Exception {
    String schema = source.equals(POSTGRES) ? "public" : source.database().name();

    assertThat(source.table(schema + ".members").columns().size(), equalTo(3));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void readsReservedWordsAndGeneratedColumns(SourceUnderTest source) throws Exception {
    assertThat(source.rows(source.table("Order")).get(0).values(), contains(5L, 2L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a`b", "a;drop table members", "select", "a.b", "ä ö", "x?y"})
  void readsTablesAndColumnsOfAnyName(String name) throws Exception {
    for (SourceUnderTest source : List.of(MARIADB, POSTGRES)) {
      SourceDialect dialect = ((JdbcSource) source.source()).dialect();
      String quoted = dialect.quote(name);
      source
          .database()
          .execute(
              "create table " + quoted + " (" + quoted + " int primary key)",
              "insert into " + quoted + " values (3)");
      SourceTable table = source.table(name);

      assertThat(source.rows(table).get(0).values(), contains(3L));
      assertThat(
          source.source().fetch(table, List.of(new SourceKey("3"))).get(0).values(), contains(3L));
      source.database().execute("drop table " + quoted);
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void namesTheTablesThereAreWhereOneIsUnknown(SourceUnderTest source) {
    UnknownName unknown = assertThrows(UnknownName.class, () -> source.table("member"));

    assertThat(unknown.getMessage(), equalTo("the source has no table member"));
    assertThat(unknown.known(), hasItems("members", "adults", "Order", "plain"));
    assertThat(source.source().tables(), hasItems("members", "adults"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void namesTheColumnsThereAreWhereAKeyIsUnknown(SourceUnderTest source) {
    UnknownName unknown = assertThrows(UnknownName.class, () -> source.table("members", "id"));

    assertThat(unknown.getMessage(), equalTo("the source has no column id"));
    assertThat(unknown.known(), contains("member_id", "branch", "name"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void passesOnWhatTheDatabaseSaysOfAWhereOrAQuery(SourceUnderTest source) {
    UnknownName where = refused(source, new From.Table("members"), Optional.of("nmae = 'x'"));
    assertThat(where.getMessage(), containsString("nmae"));
    assertThat(where.getMessage(), not(containsString("conn=")));

    From query = new From.Query("select nothing_such from members where {range}");
    assertThat(
        refused(source, query, Optional.empty()).getMessage(), containsString("nothing_such"));

    From closed = new From.Query("select * from members");
    assertThat(refused(source, closed, Optional.empty()).getMessage(), containsString("{range}"));
  }

  private static UnknownName refused(SourceUnderTest source, From from, Optional<String> where) {
    return assertThrows(
        UnknownName.class,
        () -> source.source().describe("members", from, where, List.of("member_id")));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void looksUpAWholeTable(SourceUnderTest source) throws Exception {
    LookupRows lookup = source.source().lookup("plain");

    assertThat(lookup.columns(), contains("a", "b"));
    assertThat(lookup.rows().get(1), equalTo(Map.of("a", 2L, "b", "x")));
    assertThat(lookup.rows().get(0).get("b"), equalTo(null));
    assertThrows(UnknownName.class, () -> source.source().lookup("nowhere"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void knowsItsDatabaseWhateverTheUrl(SourceUnderTest source) {
    Database same = source.database();
    Database byName =
        new Database(
            same.jdbcUrl().replace("127.0.0.1", "localhost"), same.user(), same.password());
    Database other =
        source.equals(POSTGRES) ? TestServers.freshPostgres() : TestServers.freshMariaDb();

    assertThat(
        SourceUnderTest.over(byName).source().identity(), equalTo(source.source().identity()));
    assertThat(
        SourceUnderTest.over(other).source().identity(), not(equalTo(source.source().identity())));
    assertThat(
        SourceUnderTest.over(other).source().identity().server(),
        equalTo(source.source().identity().server()));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void tellsNoLagWhereItIsNoReplica(SourceUnderTest source) {
    assertThat(source.source().lag(), equalTo(Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void needsNoMoreThanTheRightToSelect(SourceUnderTest source) throws Exception {
    String role = "reader_" + source.database().name();
    if (source.equals(POSTGRES)) {
      TestServers.postgres().createRole(role, "pass");
      source.database().execute("grant select on members to " + role);
    } else {
      TestServers.mariaDb().createRole(role, "pass");
      source.database().execute("grant select on members to " + role);
    }
    SourceUnderTest reader = SourceUnderTest.over(source.database().as(role, "pass"));

    assertThat(reader.rows(reader.table("members")).size(), equalTo(1));
    assertThat(reader.source().lag(), equalTo(Optional.empty()));
    assertThat(reader.source().identity(), equalTo(source.source().identity()));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void fetchesRecordsByKeyAndLeavesOutWhatIsNotThere(SourceUnderTest source) throws Exception {
    SourceTable table = source.table("members");

    assertThat(
        source
            .source()
            .fetch(
                table,
                List.of(
                    SourceKey.of(List.of("9", "1")),
                    SourceKey.of(List.of("9", "2")),
                    SourceKey.of(List.of("nine", "1")),
                    SourceKey.of(List.of("9", "99999999999999999999"))))
            .stream()
            .map(row -> row.values().get(2))
            .toList(),
        contains("Ann"));
    assertThat(source.source().fetch(table, List.of()), empty());
  }
}
