package io.rehome.io.store;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.rehome.io.jdbc.PgCopyBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The quick way reads what the parser for all forms reads, or nothing; and writes what it writes.
 */
final class PlainTimesTest {
  private static final int TIMES = 20_000;

  @Test
  void readsEveryTimeThatItsFormCanSpell() {
    Random random = new Random(17);
    for (int i = 0; i < TIMES; i++) {
      LocalDateTime time =
          LocalDateTime.ofEpochSecond(
              random.nextLong(-62_167_219_200L, 253_402_300_800L), 0, ZoneOffset.UTC);
      Instant instant = time.toInstant(ZoneOffset.UTC);

      assertThat(PlainTimes.dateTime(time.toString()), is(time));
      assertThat(PlainTimes.dateTime(time.withSecond(0).toString()), is(time.withSecond(0)));
      assertThat(PlainTimes.instant(instant.toString()), is(instant));
    }
  }

  @Test
  void writesEveryTimeAsTheLibraryDoes() {
    Random random = new Random(18);
    for (int i = 0; i < TIMES; i++) {
      int nano = i % 3 == 0 ? random.nextInt(1_000_000_000) : 0;
      LocalDateTime time =
          LocalDateTime.ofEpochSecond(
              random.nextLong(-100_000_000_000L, 300_000_000_000L), nano, ZoneOffset.UTC);

      writesAsTheLibraryDoes(time);
      writesAsTheLibraryDoes(time.withSecond(0));
      writesAsTheLibraryDoes(time.withYear(i - 5000));
    }
  }

  private static void writesAsTheLibraryDoes(LocalDateTime time) {
    Instant instant = time.toInstant(ZoneOffset.UTC);

    assertThat(written(out -> PlainTimes.write(time, out)), is(time.toString()));
    assertThat(written(out -> PlainTimes.write(instant, out)), is(instant.toString()));
  }

  private static String written(Consumer<PgCopyBuffer> writing) {
    PgCopyBuffer buffer = new PgCopyBuffer();
    writing.accept(buffer);
    return buffer.text(0);
  }

  @Test
  void writesTheFurthestInstants() {
    assertThat(written(out -> PlainTimes.write(Instant.MAX, out)), is(Instant.MAX.toString()));
    assertThat(written(out -> PlainTimes.write(Instant.MIN, out)), is(Instant.MIN.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2019-03-31",
        "2019-03-31T02",
        "2019-03-31T02:30:",
        "2019-03-31T02:30:00",
        "2019-03-31T02:30:15.5",
        "2019-03-31T02:30:15Z",
        "2019-03-31 02:30:15",
        "2019-02-29T02:30:15",
        "2019-13-01T02:30:15",
        "2019-03-31T24:00:01",
        "2019-03-31T02:30:60",
        "0000-00-00T00:00",
        "12019-03-31T02:30",
        "-019-03-31T02:30:15",
        "２019-03-31T02:30:15"
      })
  void leavesOtherDateTimesToTheParser(String text) {
    assertThat(PlainTimes.dateTime(text), is(nullValue()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2019-03-31T02:30Z",
        "2019-03-31T02:30:15",
        "2019-03-31T02:30:15ZZ",
        "2019-03-31T02:30:15.5Z",
        "2019-02-29T02:30:15Z",
        "2016-12-31T23:59:60Z",
        "+12019-03-31T02:30:15Z"
      })
  void leavesOtherInstantsToTheParser(String text) {
    assertThat(PlainTimes.instant(text), is(nullValue()));
  }
}
