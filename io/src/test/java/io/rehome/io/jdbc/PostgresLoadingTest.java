package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.TargetFixture.confirmed;
import static io.rehome.io.jdbc.TargetFixture.document;
import static io.rehome.io.jdbc.TargetFixture.fresh;
import static io.rehome.io.jdbc.TargetFixture.message;
import static io.rehome.io.jdbc.TargetFixture.outcomes;
import static io.rehome.io.jdbc.TargetFixture.perhaps;
import static io.rehome.io.jdbc.TargetFixture.upload;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Fence;
import io.rehome.io.FencedOff;
import io.rehome.io.Held;
import io.rehome.io.Landing;
import io.rehome.io.Upload;
import io.rehome.io.Upload.Claim;
import io.rehome.model.Bytes;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Rejection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PostgresLoadingTest {
  private static final String USERS =
      """
      create table users (
        id bigint primary key, email varchar(40) unique, age int check (age >= 0),
        name text not null)
      """;

  @Test
  void writesNewRows() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");

    var landings =
        fixture.load(
            users, fresh(users, 1L, "a@x", 30L, "Ann"), fresh(users, 2L, null, null, "Bob"));

    assertThat(outcomes(landings), contains("WRITTEN", "WRITTEN"));
    assertThat(
        fixture.rows("select * from users order by id"),
        contains("1 a@x 30 Ann", "2 null null Bob"));
  }

  @Test
  void leavesAnEqualRowAlone() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    Document ann = document(1L, "a@x", 30L, "Ann");
    fixture.load(users, fresh(users, ann.values().toArray()));
    String version = fixture.rows("select xmin, ctid from users").get(0);

    var landings = fixture.load(users, perhaps(users, ann, ann.values().toArray()));

    assertThat(outcomes(landings), contains("EQUAL"));
    assertThat(fixture.rows("select xmin, ctid from users"), contains(version));
  }

  @Test
  void updatesARowThatIsAsWeLeftIt() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    Document before = document(1L, "a@x", 30L, "Ann");
    fixture.load(users, fresh(users, before.values().toArray()));

    var landings = fixture.load(users, confirmed(users, before, 1L, "new@x", null, "Ann"));

    assertThat(outcomes(landings), contains("WRITTEN"));
    assertThat(fixture.rows("select * from users"), contains("1 new@x null Ann"));
  }

  @Test
  void updatesARowThatHoldsAnyOfTheDocumentsSentBefore() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    Document confirmed = document(1L, "a@x", 30L, "Ann");
    Document sentSince = document(1L, "a@x", 31L, "Ann");
    fixture.load(users, fresh(users, sentSince.values().toArray()));

    var landings =
        fixture.load(
            users,
            upload(
                users,
                document(1L, "a@x", 32L, "Ann"),
                new Held(List.of(confirmed, sentSince), Claim.PERHAPS_HELD)));

    assertThat(outcomes(landings), contains("WRITTEN"));
    assertThat(fixture.rows("select age from users"), contains("32"));
  }

  @Test
  void doesNotOverwriteAForeignChange() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    Document before = document(1L, "a@x", 30L, "Ann");
    fixture.load(users, fresh(users, before.values().toArray()));
    fixture.database.execute("update users set name = 'Anna'");

    var landings = fixture.load(users, confirmed(users, before, 1L, "a@x", 31L, "Ann"));

    assertThat(outcomes(landings), contains("TARGET_CHANGED"));
    assertThat(fixture.rows("select * from users"), contains("1 a@x 30 Anna"));
  }

  @Test
  void doesNotBringBackAConfirmedRowThatWasDeletedThere() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    Document before = document(1L, "a@x", 30L, "Ann");

    var landings = fixture.load(users, confirmed(users, before, 1L, "a@x", 31L, "Ann"));

    assertThat(outcomes(landings), contains("TARGET_CHANGED"));
    assertThat(message(landings.get(0)), is("the row was deleted in the target"));
    assertThat(fixture.rows("select * from users"), is(List.of()));
  }

  @Test
  void writesWhatPerhapsNeverArrived() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");

    var landings =
        fixture.load(users, perhaps(users, document(1L, "a@x", 30L, "Ann"), 1L, "a@x", 30L, "Ann"));

    assertThat(outcomes(landings), contains("WRITTEN"));
    assertThat(fixture.rows("select * from users"), contains("1 a@x 30 Ann"));
  }

  @Test
  void replacesAForeignChangeWhereThePlanSaysSo() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    Document before = document(1L, "a@x", 30L, "Ann");
    fixture.database.execute("insert into users values (1, 'foreign@x', 99, 'Changed')");
    Held held = new Held(List.of(before), Claim.OVERWRITE);

    var landings =
        fixture.load(
            users,
            upload(users, document(1L, "a@x", 31L, "Ann"), held),
            upload(users, document(2L, "b@x", 32L, "Bob"), held));

    assertThat(outcomes(landings), contains("WRITTEN", "WRITTEN"));
    assertThat(
        fixture.rows("select * from users order by id"), contains("1 a@x 31 Ann", "2 b@x 32 Bob"));
  }

  @Test
  void doesNotTouchARowThatIsNotOurs() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    fixture.database.execute("insert into users values (1, 'theirs@x', 1, 'Theirs')");
    Held nothing = new Held(List.of(), Claim.OVERWRITE);

    var landings =
        fixture.load(
            users,
            fresh(users, 1L, "a@x", 30L, "Ann"),
            fresh(users, 2L, "b@x", 30L, "Bob"),
            upload(users, document(1L, "theirs@x", 1L, "Theirs"), nothing));

    assertThat(outcomes(landings), contains("TARGET_KEY_TAKEN", "WRITTEN", "DUPLICATE_KEY"));
    assertThat(
        fixture.rows("select * from users order by id"),
        contains("1 theirs@x 1 Theirs", "2 b@x 30 Bob"));
  }

  @Test
  void saysWhoHoldsAUniqueValue() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    fixture.database.execute("insert into users values (17, 'a@x', 1, 'First')");

    var landings =
        fixture.load(
            users,
            fresh(users, 1L, "a@x", 30L, "Ann"),
            fresh(users, 2L, "b@x", 30L, "Bob"),
            fresh(users, 3L, "b@x", 30L, "Bob's twin"));

    assertThat(outcomes(landings), contains("DUPLICATE", "WRITTEN", "DUPLICATE"));
    Rejection first = ((Landing.Refused) landings.get(0)).rejection();
    assertThat(first.column(), is("email"));
    assertThat(first.message(), is("a@x is taken by the row of the key 17"));
    assertThat(message(landings.get(2)), is("b@x is taken by the row of the key 2"));
    assertThat(fixture.rows("select id from users order by id"), contains("2", "17"));
  }

  @Test
  void refusesTheSecondOfOneKey() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");

    var landings =
        fixture.load(
            users, fresh(users, 1L, "a@x", 1L, "First"), fresh(users, 1L, "b@x", 2L, "Second"));

    assertThat(outcomes(landings), contains("WRITTEN", "DUPLICATE_KEY"));
    assertThat(fixture.rows("select * from users"), contains("1 a@x 1 First"));
  }

  @Test
  void tellsTheGuiltyFromTheGoodOnes() {
    var fixture =
        new TargetFixture(
            "create table parents (id int primary key)",
            "insert into parents values (1)",
            """
            create table children (
              id int primary key, parent int references parents, age int check (age >= 0),
              code varchar(3), name text not null, at date)
            """,
            """
            create function refuse_bob() returns trigger language plpgsql as $$
            begin
              if new.name = 'Bob' then raise exception 'no Bob here'; end if;
              if new.name = 'Nobody' then return null; end if;
              return new;
            end $$
            """,
            "create trigger refuse_bob before insert on children"
                + " for each row execute function refuse_bob()");
    var children = fixture.shape("children");

    var landings =
        fixture.load(
            children,
            fresh(children, 1L, 1L, 1L, "abc", "Ann", null),
            fresh(children, 2L, 99L, 1L, "abc", "Orphan", null),
            fresh(children, 3L, 1L, -1L, "abc", "Young", null),
            fresh(children, 4L, 1L, 1L, "abcd", "Long", null),
            fresh(children, 5L, 1L, 1L, "abc", null, null),
            fresh(children, 6L, 1L, 1L, "abc", "Bob", null),
            fresh(children, 7L, 1L, 1L, "abc", "Nobody", null),
            fresh(children, 8L, 1L, 1L, "abc", "a\0b", null),
            fresh(children, 9L, 1L, 1L, "abc", "a\ud800b", null),
            fresh(children, 10L, 1L, 1L, "abc", "Zoe", LocalDate.of(2024, 1, 31)));

    assertThat(
        outcomes(landings),
        contains(
            "WRITTEN",
            "PARENT_MISSING",
            "TARGET_REFUSED",
            "TOO_LONG",
            "NULL",
            "TARGET_REFUSED",
            "TARGET_REFUSED",
            "BAD_TEXT",
            "BAD_TEXT",
            "WRITTEN"));
    assertThat(message(landings.get(1)), is("no row of \"public\".\"parents\" has the key 99"));
    assertThat(
        message(landings.get(2)),
        is("new row for relation \"children\" violates check constraint \"children_age_check\""));
    assertThat(((Landing.Refused) landings.get(2)).rejection().column(), is("children_age_check"));
    assertThat(((Landing.Refused) landings.get(4)).rejection().column(), is("name"));
    assertThat(message(landings.get(5)), containsString("no Bob here"));
    assertThat(fixture.rows("select id from children order by id"), contains("1", "10"));
  }

  @Test
  void findsTheGuiltyOfAConstraintThatWaitsForTheCommit() {
    var fixture =
        new TargetFixture(
            "create table nodes (id int primary key,"
                + " next int references nodes deferrable initially deferred,"
                + " rank int unique deferrable initially deferred)");
    var nodes = fixture.shape("nodes");

    var landings =
        fixture.load(
            nodes,
            fresh(nodes, 1L, 1L, 1L),
            fresh(nodes, 2L, 99L, 2L),
            fresh(nodes, 3L, 1L, 1L),
            fresh(nodes, 4L, null, 4L));

    assertThat(outcomes(landings), contains("WRITTEN", "PARENT_MISSING", "DUPLICATE", "WRITTEN"));
    assertThat(fixture.rows("select id from nodes order by id"), contains("1", "4"));
  }

  @Test
  void asksTheServerWhereAUniqueIndexIsNotOverPlainColumns() {
    var fixture =
        new TargetFixture(
            USERS, "create unique index lower_name on users (lower(name)) where id > 0");
    var users = fixture.shape("users");

    var landings =
        fixture.load(users, fresh(users, 1L, null, 1L, "Ann"), fresh(users, 2L, null, 1L, "ANN"));

    assertThat(outcomes(landings), contains("WRITTEN", "DUPLICATE"));
    assertThat(message(landings.get(1)), containsString("lower_name"));
  }

  @Test
  void everyTypeComesBackAsItWasSentAndIsEqualAfterwards() {
    var fixture =
        new TargetFixture(
            "create type mood as enum ('happy', 'sad \"so\"')",
            "create domain email as text check (value like '%@%')",
            """
            create table all_types (
              id uuid primary key, s smallint, i integer, b bigint, n numeric(20,4), n2 numeric,
              d double precision, r real, yes boolean, t text, v varchar(10), c char(5), e mood,
              j json, jb jsonb, y bytea, dt date, tm time, ts timestamp, tz timestamptz, u uuid,
              m email)
            """);
    var shape = fixture.shape("all_types");
    UUID one = UUID.fromString("00000000-0000-0000-0000-000000000001");
    Object[] full = {
      one,
      1L,
      -2L,
      Long.MIN_VALUE,
      new BigDecimal("1.5"),
      new BigDecimal("1E+30"),
      Double.NaN,
      -1.5f,
      true,
      "tab\t\"q\" \\ {,} NULL 🐕",
      "NULL",
      "ab",
      "sad \"so\"",
      "{\"b\": 1,  \"a\":1.10}",
      "{\"b\": 1,  \"a\":1.10}",
      new Bytes(new byte[] {0, -1, '"', '\\'}),
      LocalDate.of(-44, 3, 15),
      LocalTime.of(23, 59, 59, 999_999_000),
      LocalDateTime.of(12024, 2, 29, 0, 0),
      Instant.parse("-0043-01-01T00:00:00.000001Z"),
      one,
      "a@x"
    };
    Object[] empty = new Object[full.length];
    empty[0] = new UUID(0, 2);
    Object[] blank = full.clone();
    blank[0] = new UUID(0, 3);
    blank[6] = Double.NEGATIVE_INFINITY;
    blank[9] = "";
    blank[10] = "";
    blank[11] = "ab  ";
    blank[15] = new Bytes(new byte[0]);
    List<Object[]> rows = List.of(full, empty, blank);
    String select = "select md5(cast(array_agg(a order by id) as text)) from all_types a";

    fixture.load(shape, rows.stream().map(row -> fresh(shape, row)).toList());
    List<String> copied = fixture.rows(select);
    List<Upload> again = rows.stream().map(row -> perhaps(shape, document(row), row)).toList();
    List<Landing> second = fixture.load(shape, again);
    fixture.database.execute("truncate all_types");
    List<Landing> third = fixture.load(shape, again);

    assertThat(outcomes(second), contains("EQUAL", "EQUAL", "EQUAL"));
    assertThat(outcomes(third), contains("WRITTEN", "WRITTEN", "WRITTEN"));
    assertThat("arrays write what COPY wrote", fixture.rows(select), is(copied));
    assertThat(
        fixture.rows("select dt, ts, tz at time zone 'UTC', j from all_types where i = -2 limit 1"),
        contains(
            "0045-03-15 BC 12024-02-29 00:00:00 0044-01-01 00:00:00.000001 BC"
                + " {\"b\": 1,  \"a\":1.10}"));
  }

  @Test
  void loadsTypesThatItDoesNotKnowByTheirText() {
    var fixture =
        new TargetFixture(
            "create table odd (id int primary key, ip inet, tags text[], bits bit(3),"
                + " wait interval, place point, doc xml)");
    var odd = fixture.shape("odd");
    Object[] row = {
      1L, "10.0.0.1", "{a,\"b c\",NULL}", "101", "1 day 02:00:00", "(1,2)", "<a>1</a>"
    };

    var first =
        fixture.load(
            odd,
            fresh(odd, row),
            fresh(odd, 2L, "10.0.0.999", null, "1", null, null, null),
            fresh(odd, 3L, null, null, "1", null, null, null));
    var second = fixture.load(odd, perhaps(odd, document(row), row));

    assertThat(outcomes(first), contains("WRITTEN", "BAD_VALUE", "TARGET_REFUSED"));
    assertThat(outcomes(second), contains("EQUAL"));
    assertThat(
        fixture.rows("select * from odd"),
        contains("1 10.0.0.1 {a,\"b c\",NULL} 101 1 day 02:00:00 (1,2) <a>1</a>"));
  }

  @Test
  void noticesAChangeThatTheTypesOwnEqualityHides() {
    var fixture =
        new TargetFixture(
            "create collation loose (provider = icu, locale = 'und-u-ks-level2',"
                + " deterministic = false)",
            "create table texts (id int primary key, t text collate loose, j json, jb jsonb)");
    var texts = fixture.shape("texts");
    Document before = document(1L, "a", "{\"a\":1}", "{\"a\":1.0}");
    fixture.load(texts, fresh(texts, before.values().toArray()));

    var landings =
        fixture.load(texts, confirmed(texts, before, 1L, "A", "{\"a\": 1}", "{\"a\":1.00}"));

    assertThat(outcomes(landings), contains("WRITTEN"));
    assertThat(fixture.rows("select t, j, jb from texts"), contains("A {\"a\": 1} {\"a\": 1.00}"));
  }

  @Test
  void readsQuotedNamesCompositeKeysAndIdentities() {
    var fixture =
        new TargetFixture(
            "create schema \"we\"\"ird\"",
            """
            create table "we""ird"."or'der; drop" (
              "a?" int generated always as identity, "B""b" text, "select" int,
              twice int generated always as ("select" * 2) stored,
              primary key ("a?", "B""b"))
            """);
    var shape = fixture.shape("we\"ird.or'der; drop");
    Document before = document(1L, "x", 5L);

    fixture.load(shape, fresh(shape, 1L, "x", 5L), fresh(shape, 1L, "y", 6L));
    var landings =
        fixture.load(shape, confirmed(shape, before, 1L, "x", 7L), fresh(shape, 2L, "x", 8L));

    assertThat(outcomes(landings), contains("WRITTEN", "WRITTEN"));
    assertThat(
        fixture.rows("select * from \"we\"\"ird\".\"or'der; drop\" order by 1, 2"),
        contains("1 x 7 14", "1 y 6 12", "2 x 8 16"));
  }

  @Test
  void loadsATableOfKeysOnly() {
    var fixture = new TargetFixture("create table pairs (a int, b int, primary key (a, b))");
    var pairs = fixture.shape("pairs");

    fixture.load(pairs, fresh(pairs, 1L, 2L));
    var landings =
        fixture.load(pairs, perhaps(pairs, document(1L, 2L), 1L, 2L), fresh(pairs, 2L, 1L));

    assertThat(outcomes(landings), contains("EQUAL", "WRITTEN"));
  }

  @Test
  void finds50OrphansAmong1000InFewStatements() {
    var fixture =
        new TargetFixture(
            USERS, "create table statements (n bigint)", "insert into statements values (0)");
    var users = fixture.shape("users");
    fixture.database.execute(
        "insert into users select i, 'taken' || i, 1, 'x' from generate_series(5001, 5050) i");
    List<Upload> uploads = new ArrayList<>();
    for (long i = 1; i <= 1000; i++) {
      String email = i % 20 == 0 ? "taken" + (5000 + i / 20) : "mail" + i;
      uploads.add(fresh(users, i, email, 1L, "n"));
    }
    long before = calls(fixture);

    List<Landing> landings = fixture.load(users, uploads);

    assertThat(Collections.frequency(outcomes(landings), "DUPLICATE"), is(50));
    assertThat(fixture.rows("select count(*) from users"), contains("1000"));
    assertThat("subtransactions and statements", calls(fixture) - before, is(lessThan(10L)));
  }

  /** Transactions that the database has ended: two of ours, and those of the test itself. */
  private static long calls(TargetFixture fixture) {
    fixture.rows("select pg_stat_force_next_flush()");
    return Long.parseLong(
        fixture
            .rows(
                "select xact_commit + xact_rollback from pg_stat_database"
                    + " where datname = current_database()")
            .get(0));
  }

  @Test
  void writesNothingOnceAnotherRunHasTakenOver() {
    var fixture = new TargetFixture(USERS);
    var users = fixture.shape("users");
    fixture.target.raise(new Fence("pets", 8));

    assertThrows(FencedOff.class, () -> fixture.load(users, fresh(users, 1L, "a", 1L, "n")));
    assertThrows(FencedOff.class, () -> fixture.target.raise(TargetFixture.FENCE));

    assertThat(fixture.rows("select * from users"), is(List.of()));
  }

  @Test
  void tellsAMissingRightFromAGuiltyRecord() {
    var fixture = new TargetFixture(USERS);
    DocumentShape users = fixture.shape("users");
    fixture.database.execute("drop table users");

    var refused =
        assertThrows(
            IllegalStateException.class,
            () -> fixture.load(users, fresh(users, 1L, "secret@x", 1L, "n")));

    assertThat(refused.getMessage().contains("secret@x"), is(false));
  }
}
