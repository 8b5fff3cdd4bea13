package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.export.MaxAllowedPacketException;

/** What waiting may mend, and what not. */
class SqlOutagesTest {
  @ParameterizedTest
  @CsvSource({
    "08006, 0, true",
    "08S01, 1053, true",
    "53300, 0, true",
    "57P01, 0, true",
    "40001, 0, true",
    "40P01, 0, true",
    "55P03, 0, true",
    "57014, 0, true",
    "70100, 1317, true",
    "70100, 1927, true",
    "HY000, 1205, true",
    "42000, 1203, true",
    "28P01, 0, false",
    "08004, 1045, false",
    "3D000, 0, false",
    "23505, 0, false",
    "22001, 0, false",
    "42P01, 0, false",
    "42S02, 1146, false",
  })
  void tellsAnOutageByStateAndCode(String state, int code, boolean outage) {
    assertThat(
        SqlOutages.isOutage(new RuntimeException(new SQLException("text", state, code))),
        equalTo(outage));
  }

  @Test
  void looksIntoBatchesAndTimeouts() {
    BatchUpdateException batch = new BatchUpdateException("batch", "XX000", 0, new int[0]);
    batch.setNextException(new SQLException("lost", "08006"));

    assertThat(SqlOutages.isOutage(batch), equalTo(true));
    assertThat(SqlOutages.isOutage(new SQLTimeoutException("late")), equalTo(true));
    assertThat(SqlOutages.isOutage(new IllegalStateException("ours")), equalTo(false));
  }

  @Test
  void isNoneWhereAValueDoesNotFitIntoOurMemory() {
    SQLException ours = new SQLException("ran out", "53200", new OutOfMemoryError("heap"));
    SQLException packet =
        new SQLException("lost", "08000", new MaxAllowedPacketException("too large", true));

    assertThat(SqlOutages.isOutage(new IllegalStateException(ours)), equalTo(false));
    assertThat(SqlOutages.isOutage(packet), equalTo(false));
    assertThat(SqlOutages.isOutage(new SQLException("theirs", "53200")), equalTo(true));
  }

  @ParameterizedTest
  @CsvSource({"53100, 0", "HY000, 1021"})
  void namesADiskThatIsFull(String state, int code) {
    assertThat(
        SqlOutages.of("db.internal/x", new SQLException("text", state, code))
            .orElseThrow()
            .getMessage(),
        equalTo("db.internal/x has no room left on its disk (SQL state %s)".formatted(state)));
  }

  @Test
  void saysNothingOfTheContentOfARecord() {
    String message =
        SqlOutages.of("db.internal/x", new SQLException("Key (email)=(a@b.c)", "40001"))
            .orElseThrow()
            .getMessage();

    assertThat(message, equalTo("db.internal/x was not reached (SQL state 40001)"));
  }
}
