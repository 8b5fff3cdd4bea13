package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.rehome.model.Bytes;
import io.rehome.model.SourceTable;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import io.rehome.testdata.zoo.Specimen;
import io.rehome.testdata.zoo.TypeZoo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No specimen of the zoo is changed by reading it. */
class TypeZooTest {
  private static final TypeZoo MARIADB_ZOO = TypeZoo.mariaDb();
  private static final TypeZoo POSTGRES_ZOO = TypeZoo.postgres();
  private static final SourceUnderTest MARIADB = settled(MARIADB_ZOO, TestServers.freshMariaDb());
  private static final SourceUnderTest POSTGRES =
      settled(POSTGRES_ZOO, TestServers.freshPostgres());

  private static SourceUnderTest settled(TypeZoo zoo, Database database) {
    zoo.settle(database);
    return SourceUnderTest.over(database);
  }

  static Stream<Specimen> mariaDb() {
    return MARIADB_ZOO.specimens().stream();
  }

  static Stream<Specimen> postgres() {
    return POSTGRES_ZOO.specimens().stream();
  }

  @ParameterizedTest
  @MethodSource("mariaDb")
  void isReadUnchangedFromMariaDb(Specimen specimen) throws Exception {
    assertUnchanged(MARIADB, MARIADB_ZOO.table(specimen), specimen);
  }

  @ParameterizedTest
  @MethodSource("postgres")
  void isReadUnchangedFromPostgres(Specimen specimen) throws Exception {
    assertUnchanged(POSTGRES, POSTGRES_ZOO.table(specimen), specimen);
  }

  private static void assertUnchanged(SourceUnderTest source, String table, Specimen specimen)
      throws Exception {
    SourceTable described = source.table(table);
    Object value = source.rows(described).get(0).values().get(1);

    assertThat(value, equalTo(expected(value, specimen.text())));
  }

  /** What the text means in the class in which the value came. */
  private static Object expected(Object value, String text) {
    if (value instanceof Long) {
      return Long.valueOf(text);
    } else if (value instanceof BigDecimal) {
      return new BigDecimal(text);
    } else if (value instanceof Double) {
      return Double.valueOf(text);
    } else if (value instanceof Float) {
      return Float.valueOf(text);
    } else if (value instanceof Boolean) {
      return text.equals("t");
    } else if (value instanceof LocalDate) {
      return LocalDate.parse(text);
    } else if (value instanceof LocalTime) {
      return LocalTime.parse(text);
    } else if (value instanceof LocalDateTime) {
      return LocalDateTime.parse(text.replace(' ', 'T'));
    } else if (value instanceof Instant) {
      return Instant.parse(text.replace(' ', 'T').replaceFirst("\\+00$", "") + "Z");
    } else if (value instanceof UUID) {
      return UUID.fromString(text);
    } else if (value instanceof Bytes) {
      return new Bytes(HexFormat.of().parseHex(text.substring(2)));
    }
    return text;
  }
}
