package io.rehome.testdata.zoo;

import static io.rehome.testdata.zoo.Specimen.number;
import static io.rehome.testdata.zoo.Specimen.text;

import java.util.List;

/** The values of PostgreSQL that drivers are known to change, to swallow or to refuse. */
final class PostgresSpecimens {
  static final List<Specimen> ALL =
      List.of(
          number("bigint", "-9223372036854775808"),
          number(
              "numeric(65,30)",
              "12345678901234567890123456789012345.123456789012345678901234567890"),
          number("numeric", "1.10"),
          text("numeric", "NaN"),
          text("numeric", "-Infinity"),
          text("double precision", "-0"),
          text("double precision", "NaN"),
          text("double precision", "Infinity"),
          number("double precision", "0.1"),
          text("real", "1e-45"),
          text("boolean", "t"),
          text("date", "infinity"),
          text("date", "0044-03-15 BC"),
          text("date", "1582-10-10"),
          text("time", "24:00:00"),
          text("time(3)", "23:59:59.001"),
          text("timetz", "12:00:00+05:30"),
          text("timestamp", "-infinity"),
          text("timestamp", "2024-03-31 02:30:00"),
          text("timestamp", "294276-12-31 23:59:59.999999"),
          text("timestamptz", "2024-03-31 02:30:00+00"),
          text("interval", "1 mon -3 days +00:00:01"),
          text("char(5)", "ab   "),
          text("varchar(9)", "ab  "),
          text("text", "😀é\n"),
          text("bytea", "\\x00ff27ed"),
          text("json", "{\"b\":1,  \"a\":[1, 1.10, 1e400], \"b\":2}"),
          new Specimen("jsonb", "'{\"bb\":1, \"a\":1.10, \"bb\":2}'", "{\"a\": 1.10, \"bb\": 2}"),
          text("uuid", "123e4567-e89b-12d3-a456-426614174000"),
          new Specimen("mood", "'it''s \"odd\"'", "it's \"odd\""),
          text("integer[]", "{1,NULL,-2}"),
          text("text[]", "{\"a,b\",\"c\\\"d\"}"),
          text("bit(8)", "10000001"),
          text("inet", "::1"));

  private PostgresSpecimens() {}
}
