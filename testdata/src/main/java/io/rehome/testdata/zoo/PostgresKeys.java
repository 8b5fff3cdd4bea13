package io.rehome.testdata.zoo;

import io.rehome.testdata.servers.Database;
import java.util.List;

/** Tables of PostgreSQL with every kind of key: the like of {@link MariaDbKeys}. */
public final class PostgresKeys {
  /** From the lowest number to the highest, with a hole of nearly all numbers. */
  public static final KeyFixture BIGINT =
      new KeyFixture(
          "by_bigint",
          List.of("id"),
          "id bigint primary key, note text",
          "select case when i <= 500 then -9223372036854775809 + i"
              + " else 9223372036854774807 + i end, i from generate_series(1, 1000) i");

  /** Sorted by code point: capitals first. */
  public static final KeyFixture TEXT =
      new KeyFixture("by_text", List.of("code"), "code text primary key, note text", texts());

  /** Sorted as people sort. */
  public static final KeyFixture TEXT_OF_PEOPLE =
      new KeyFixture(
          "by_text_of_people",
          List.of("code"),
          "code text collate \"und-x-icu\" primary key, note text",
          texts());

  public static final KeyFixture DATE =
      new KeyFixture(
          "by_date",
          List.of("day"),
          "day date primary key, note text",
          "select case i when 1 then '-infinity' when 2 then 'infinity'"
              + " else date '1999-12-01' + i end, i from generate_series(1, 1000) i");

  public static final KeyFixture UUID =
      new KeyFixture(
          "by_uuid",
          List.of("id"),
          "id uuid primary key, note text",
          "select md5(i::text)::uuid, i from generate_series(1, 1000) i");

  /** Whose parts could be mistaken for each other when they are joined. */
  public static final KeyFixture COMPOSITE =
      new KeyFixture(
          "by_shelf_and_label",
          List.of("shelf", "label"),
          "shelf integer, label text, note text, primary key (shelf, label)",
          "select i / 8 - 5, (array['', '1', '|', 'a|b', 'a', '\"', 'A', '_1'])[1 + i % 8], i"
              + " from generate_series(0, 999) i");

  /** Without a key: each row twice or thrice, some of them of NULLs alone. */
  public static final KeyFixture NONE =
      new KeyFixture(
          "without_key",
          List.of(),
          "day date, note text",
          "select case when i % 10 > 0 then date '2024-01-01' + i / 3 end,"
              + " case when i % 10 > 0 then i / 3 end from generate_series(1, 1000) i");

  /** With a key and without rows. */
  public static final KeyFixture EMPTY =
      new KeyFixture(
          "empty", List.of("id"), "id integer primary key, note text", "select 1, '' where false");

  /** Whose names must be quoted, and with a column that the database computes. Two rows. */
  public static final KeyFixture ODD_NAMES =
      new KeyFixture(
          "\"Order\"",
          List.of("\"user\""),
          "\"user\" integer primary key, \"CamelCase\" integer, \"a\"\"b\" integer,"
              + " \"a`b\" integer, \"select\" integer, \"sp ace\" integer,"
              + " doubled integer generated always as (\"user\" * 2) stored",
          "values (1, 2, 3, 4, 5, 6), (7, 8, 9, 10, 11, 12)");

  public static final List<KeyFixture> ALL =
      List.of(BIGINT, TEXT, TEXT_OF_PEOPLE, DATE, UUID, COMPOSITE, NONE, EMPTY, ODD_NAMES);

  private PostgresKeys() {}

  /** Makes all of them in an empty database. */
  public static void settle(Database database) {
    ALL.forEach(fixture -> fixture.settle(database));
  }

  private static String texts() {
    return "select (array['ab', 'AB', 'äb', 'z', 'Z', '_'])[1 + i % 6] || lpad(i::text, 4, '0')"
        + " || (array['', ' ', '😀'])[1 + i % 3], i from generate_series(1, 1000) i";
  }
}
