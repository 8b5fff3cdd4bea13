package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records that would stop a careless program, among good ones on the same page: each is rejected by
 * itself, with its column, and the others land.
 */
final class PoisonRecordsTest {
  private static final String PLAN =
      """
      entities:
        notes:
          from: notes
          to: notes
          id: keep
          fields:
            title: title
            price: price
            state: { from: state, values: { A: active } }
            born: born
            extra: extra
            share: 100 / parts
            email: email
          check:
            - { field: email, is: email }
      """;

  @TempDir private Path folder;

  @Test
  void areRejectedEachByItself() throws Exception {
    Database source = TestServers.freshMariaDb();
    source.execute(
        "create table notes (id int primary key, title text, price decimal(20, 2), state char(1),"
            + " born date, extra longtext, parts int, email longtext) charset utf8mb4",
        "set sql_mode = ''",
        "insert into notes select seq, 'fine 😀', 1, 'A', '2020-01-01', '{}', 4, 'a@b.org'"
            + " from seq_1_to_40",
        "update notes set title = concat('a', char(0), 'b') where id = 2",
        "update notes set title = repeat('x', 300) where id = 3",
        "update notes set price = 99999999999.99 where id = 4",
        "update notes set state = 'Z' where id = 5",
        "update notes set born = '0000-00-00' where id = 6",
        "update notes set born = '2021-02-00' where id = 7",
        "update notes set extra = concat(repeat('[', 20000), repeat(']', 20000)) where id = 8",
        "update notes set extra = '{\"a\": \"\\\\u0000\"}' where id = 9",
        "update notes set extra = '{\"a\": 1e200000}' where id = 10",
        "update notes set extra = '{\"a\":' where id = 11",
        "update notes set extra = '\"\\\\ud800\"' where id = 12",
        "update notes set parts = 0 where id = 13",
        "update notes set parts = 7 where id = 14",
        "update notes set email = concat(repeat('a', 2000000), '!') where id = 15",
        "update notes set email = concat(repeat('a@', 1000000), 'b') where id = 16");
    Crossing crossing = Crossing.from(folder, source);
    crossing
        .target()
        .execute(
            "create table notes (id int primary key, title varchar(80), price numeric(6, 2),"
                + " state text, born date, extra jsonb, share numeric, email text)");
    crossing.plan(PLAN);

    Answer answer = crossing.migrate();

    assertThat(answer.err(), answer.exit(), is(Exit.NOT_ACCEPTED));
    assertThat(
        Journey.rows(
            crossing.store(),
            "select concat_ws(' ', source_key, stage, reason, column_name) from rehome.rejections"
                + " order by source_key::int"),
        contains(
            "2 CHECK BAD_TEXT title",
            "3 CHECK TOO_LONG title",
            "4 CHECK OUT_OF_RANGE price",
            "5 MAP NOT_LISTED state",
            "6 CHECK BAD_VALUE born",
            "7 CHECK BAD_VALUE born",
            "8 CHECK BAD_VALUE extra",
            "9 CHECK BAD_TEXT extra",
            "10 CHECK OUT_OF_RANGE extra",
            "11 CHECK BAD_VALUE extra",
            "12 CHECK BAD_TEXT extra",
            "13 MAP EXPRESSION share",
            "14 MAP EXPRESSION share",
            "15 CHECK CHECK_FAILED email",
            "16 CHECK CHECK_FAILED email"));
    assertThat(Journey.rows(crossing.target(), "select count(*) from notes"), contains("25"));
  }
}
