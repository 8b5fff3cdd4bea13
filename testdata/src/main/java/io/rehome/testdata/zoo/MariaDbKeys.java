package io.rehome.testdata.zoo;

import io.rehome.testdata.servers.Database;
import java.util.List;

/**
 * Tables of MariaDB with every kind of key: a thousand rows each, where it is not said otherwise.
 */
public final class MariaDbKeys {
  // Of version 4: MariaDB's own type refuses some that are of none.
  private static final String UUIDS =
      "select concat_ws('-', left(h, 8), mid(h, 9, 4), concat('4', mid(h, 14, 3)),"
          + " concat('8', mid(h, 18, 3)), right(h, 12)), n"
          + " from (select md5(seq) as h, seq as n from seq_1_to_1000) hashes";

  /** Beyond 63 bits, with two holes of half of all numbers. */
  public static final KeyFixture UNSIGNED =
      new KeyFixture(
          "by_unsigned",
          List.of("id"),
          "id bigint unsigned primary key, note varchar(20)",
          "select case when seq <= 400 then seq when seq <= 700 then 9223372036854775407 + seq"
              + " else 18446744073709550615 + seq end, seq from seq_1_to_1000");

  /** Sorted without regard to case; two differ in it, and some have accents or end in blanks. */
  public static final KeyFixture TEXT =
      new KeyFixture(
          "by_text",
          List.of("code"),
          "code varchar(20) collate utf8mb4_general_ci primary key, note varchar(20)",
          "select concat(elt(1 + seq % 6, 'ab', 'AB', 'äb', 'z', 'Z', '_'), lpad(seq, 4, '0'),"
              + " elt(1 + seq % 3, '', ' ', '😀')), seq from seq_1_to_1000");

  /** With a zero date and a partial one among the days. */
  public static final KeyFixture DATE =
      new KeyFixture(
          "by_date",
          List.of("day"),
          "day date primary key, note varchar(20)",
          "select case seq when 1 then '0000-00-00' when 2 then '2001-00-15'"
              + " else '1999-12-01' + interval seq day end, seq from seq_1_to_1000");

  public static final KeyFixture UUID_TEXT =
      new KeyFixture(
          "by_uuid_text", List.of("id"), "id char(36) primary key, note varchar(20)", UUIDS);

  /** MariaDB's own type, which it does not sort as text. */
  public static final KeyFixture UUID =
      new KeyFixture("by_uuid", List.of("id"), "id uuid primary key, note varchar(20)", UUIDS);

  /** Whose parts could be mistaken for each other when they are joined. */
  public static final KeyFixture COMPOSITE =
      new KeyFixture(
          "by_shelf_and_label",
          List.of("shelf", "label"),
          "shelf int, label varchar(10) collate utf8mb4_bin, note varchar(20),"
              + " primary key (shelf, label)",
          "select cast(seq div 8 as int) - 5,"
              + " elt(1 + seq % 8, '', '1', '|', 'a|b', 'a', '\"', 'A', '_1'), seq"
              + " from seq_0_to_999");

  /** Without a key: each row twice or thrice, some of them of NULLs alone. */
  public static final KeyFixture NONE =
      new KeyFixture(
          "without_key",
          List.of(),
          "day date, note varchar(20)",
          "select if(seq % 10 = 0, null, '2024-01-01' + interval seq div 3 day),"
              + " if(seq % 10 = 0, null, seq div 3) from seq_1_to_1000");

  /** With a key and without rows. */
  public static final KeyFixture EMPTY =
      new KeyFixture(
          "empty",
          List.of("id"),
          "id int primary key, note varchar(20)",
          "select 1, '' where false");

  /** Whose names must be quoted, and with a column that the database computes. Two rows. */
  public static final KeyFixture ODD_NAMES =
      new KeyFixture(
          "`Order`",
          List.of("`user`"),
          "`user` int primary key, `CamelCase` int, `a\"b` int, `a``b` int, `select` int,"
              + " `sp ace` int, doubled int as (`user` * 2)",
          "(`user`, `CamelCase`, `a\"b`, `a``b`, `select`, `sp ace`)"
              + " values (1, 2, 3, 4, 5, 6), (7, 8, 9, 10, 11, 12)");

  public static final List<KeyFixture> ALL =
      List.of(UNSIGNED, TEXT, DATE, UUID_TEXT, UUID, COMPOSITE, NONE, EMPTY, ODD_NAMES);

  private MariaDbKeys() {}

  /** Makes all of them in an empty database. */
  public static void settle(Database database) {
    ALL.forEach(fixture -> fixture.settle(database));
  }
}
