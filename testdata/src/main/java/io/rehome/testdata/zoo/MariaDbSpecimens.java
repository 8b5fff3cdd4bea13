package io.rehome.testdata.zoo;

import static io.rehome.testdata.zoo.Specimen.number;
import static io.rehome.testdata.zoo.Specimen.text;

import java.util.List;
import java.util.stream.Stream;

/** The values of MariaDB that drivers are known to change, to swallow or to refuse. */
final class MariaDbSpecimens {
  private static final List<Specimen> NUMBERS =
      List.of(
          number("tinyint(1)", "2"),
          number("tinyint(1)", "-128"),
          number("tinyint(1) unsigned", "255"),
          new Specimen("bit(1)", "b'1'", "1"),
          new Specimen("bit(8)", "b'10000001'", "129"),
          new Specimen("bit(64)", "0xffffffffffffffff", "18446744073709551615"),
          number("int unsigned", "4294967295"),
          number("bigint", "-9223372036854775808"),
          number("bigint unsigned", "18446744073709551615"),
          number(
              "decimal(65,30)",
              "12345678901234567890123456789012345.123456789012345678901234567890"),
          number("decimal(10,2)", "1.10"),
          number("double", "0.1"),
          number("double", "1.7976931348623157e308"),
          new Specimen("double", "-0.0", "0"),
          new Specimen("double", "-0e0", "-0"),
          new Specimen("year", "0", "0000"),
          number("year", "2155"));

  private static final List<Specimen> MOMENTS =
      List.of(
          text("date", "0000-00-00"),
          text("date", "2020-00-15"),
          text("date", "2020-02-31"),
          text("date", "1582-10-10"),
          text("date", "9999-12-31"),
          text("datetime", "0000-00-00 00:00:00"),
          text("datetime", "2020-00-15 10:00:00"),
          text("datetime", "2023-03-26 01:30:00"), // never was in London
          text("datetime", "2024-03-10 02:30:00"), // nor this in New York
          text("datetime", "2024-03-31 02:30:00"), // nor this in Berlin
          text("datetime(6)", "9999-12-31 23:59:59.999999"),
          text("timestamp", "0000-00-00 00:00:00"),
          text("timestamp(3)", "2024-03-31 02:30:00.500"),
          text("time", "838:59:59"),
          text("time", "24:00:00"),
          text("time", "-01:30:00"),
          text("time(6)", "-00:00:00.000001"));

  private static final List<Specimen> TEXTS =
      List.of(
          text("char(5)", "ab"),
          text("varchar(9)", "ab  "),
          text("varchar(9)", ""),
          new Specimen("varchar(9)", "'a\\0b'", "a\0b"),
          text("varchar(9)", "😀é\u200d"),
          text("varchar(9) character set latin1", "é€ÿ"),
          text("varchar(9) character set utf8mb3", "ż漢"),
          text("varchar(9) character set ucs2", "ż漢"),
          text("enum('a', '')", ""),
          new Specimen("enum('a', 'b')", "0", ""),
          new Specimen("set('x', 'y')", "'y,x'", "x,y"),
          text("json", "{\"b\":1,  \"a\":[1, 1.10, 1e400], \"b\":2}"),
          new Specimen("json", "'\"\\\\u0000\"'", "\"\\u0000\""),
          text("uuid", "123e4567-e89b-12d3-a456-426614174000"),
          text("inet6", "::1"),
          new Specimen("varbinary(9)", "x'00ff27ed'", "\\x00ff27ed"),
          new Specimen("binary(4)", "x'ff'", "\\xff000000"),
          new Specimen("longblob", "x'aced0005'", "\\xaced0005"));

  static final List<Specimen> ALL =
      Stream.of(NUMBERS, MOMENTS, TEXTS).flatMap(List::stream).toList();

  private MariaDbSpecimens() {}
}
