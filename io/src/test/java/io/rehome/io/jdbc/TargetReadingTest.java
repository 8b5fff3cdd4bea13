package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.TargetFixture.document;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.io.TargetReading;
import io.rehome.model.Bytes;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.FieldDifference;
import io.rehome.model.TargetKey;
import io.rehome.transforms.reconcile.CompareDocuments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read back is what was written, and only what differs differs. */
final class TargetReadingTest {
  private static final String TABLE =
      """
      create table things (
        id bigint primary key, small smallint, amount numeric, price numeric(10, 2), ratio float8,
        weight float4, active boolean, name varchar(40), code char(5), body text, doc json,
        attributes jsonb, raw bytea, born date, opens time, moment timestamp, posted timestamptz,
        token uuid, span interval, tags text[])
      """;

  private static final Document WRITTEN =
      document(
          1L,
          2L,
          new BigDecimal("1.1"),
          new BigDecimal("12.5"),
          0.1,
          0.25f,
          true,
          "Ann",
          "AB",
          "e\u0301\uD83D\uDE00",
          "{\"b\": 1, \"a\": 2}",
          "{\"b\": 1.10, \"a\": [1, null]}",
          new Bytes(new byte[] {0, 1, -1}),
          LocalDate.of(2024, 2, 29),
          LocalTime.of(23, 59, 59, 123_456_000),
          LocalDateTime.of(2024, 3, 31, 2, 30),
          Instant.parse("2024-03-31T01:30:00.000001Z"),
          UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"),
          "90 minutes",
          "{a,\"b c\"}");

  private static TargetFixture fixture;
  private static DocumentShape shape;

  @BeforeAll
  static void load() {
    fixture = new TargetFixture(TABLE);
    shape = fixture.shape("things");
    fixture.load(shape, TargetFixture.fresh(shape, WRITTEN.values().toArray()));
  }

  @Test
  void whatWasWrittenIsReadAsTheSame() {
    assertThat(differences(), is(empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "small; small + 1",
        "amount; amount + 0.0000000000000000001",
        "price; price - 0.01",
        "ratio; 0.1 + 1e-16",
        "ratio; '-0'",
        "ratio; 'NaN'",
        "weight; weight * 2",
        "active; not active",
        "active; null",
        "name; name || ' '",
        "name; lower(name)",
        "name; ''",
        "code; 'ab'",
        "body; normalize(body, NFC)",
        "body; body || chr(8203)",
        "doc; '{\"b\":1, \"a\": 2}'",
        "attributes; attributes || '{\"a\": [null, 1]}'",
        "raw; raw || '\\x00'",
        "born; born + 1",
        "born; 'infinity'",
        "opens; opens + interval '1 microsecond'",
        "moment; moment + interval '1 hour'",
        "posted; posted - interval '1 microsecond'",
        "token; gen_random_uuid()",
        "span; interval '91 minutes'",
        "tags; '{a,b,c}'"
      })
  void oneChangeIsOneField(String column, String change) {
    try {
      fixture.database.execute("update things set " + column + " = " + change);

      assertThat(differences().stream().map(FieldDifference::column).toList(), contains(column));
    } finally {
      restore();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "amount = 1.10000",
        "price = 12.50",
        "code = 'AB   '",
        "attributes = '{\"a\": [1,null], \"b\":1.1}'",
        "attributes = '{\"a\": 0, \"a\": [1, null], \"b\": 1.100}'",
        "posted = '2024-03-31 03:30:00.000001+02'",
        "posted = '2024-03-30 18:30:00.000001-07'",
        "span = interval '1 hour 30 minutes'",
        "tags = array['a', 'b c']",
        "token = '6BA7B811-9DAD-11D1-80B4-00C04FD430C8'"
      })
  void theSameInOtherWordsIsNoDifference(String change) {
    fixture.database.execute("update things set " + change);

    assertThat(differences(), is(empty()));
  }

  @Test
  void aKeyThatIsThereTwiceGivesTwoRows() {
    var twice =
        new TargetFixture(
            "create table twins (id int primary key, name text)",
            "alter table twins drop constraint twins_pkey",
            "insert into twins values (1, 'a'), (1, 'b'), (2, 'c')");
    DocumentShape twins = twice.shape("twins");
    DocumentShape keyed =
        new DocumentShape(twins.table(), twins.columns(), twins.columns().subList(0, 1));
    TargetReading reading = twice.target.reading();

    var rows = reading.fetch(keyed, List.of(new TargetKey("1"), new TargetKey("3")));

    assertThat(rows.keySet(), contains(new TargetKey("1")));
    assertThat(
        rows.get(new TargetKey("1")), containsInAnyOrder(document(1L, "a"), document(1L, "b")));
  }

  @Test
  void keysOfEachTypeAreFoundByTheirText() {
    var fixture =
        new TargetFixture(
            "create table keyed (a bytea, b timestamptz, c text, primary key (a, b, c))",
            "insert into keyed values ('\\x00ff', '2024-01-01 00:00:00+00', '\"x\"')");
    DocumentShape keyed = fixture.shape("keyed");
    List<TargetKey> keys = new ArrayList<>();
    fixture.target.reading().keys(keyed, keys::add);

    assertThat(keys, contains(TargetKey.of(List.of("00ff", "2024-01-01T00:00:00Z", "\"x\""))));
    assertThat(fixture.target.reading().fetch(keyed, keys).keySet(), contains(keys.get(0)));
  }

  @Test
  void aTextThatIsNoKeyIsNotThere() {
    var rows =
        fixture.target.reading().fetch(shape, List.of(new TargetKey("x"), new TargetKey("1")));

    assertThat(rows.keySet(), contains(new TargetKey("1")));
  }

  private static List<FieldDifference> differences() {
    TargetReading reading = fixture.target.reading();
    TargetKey key = new TargetKey("1");
    Document found = reading.fetch(shape, List.of(key)).get(key).get(0);
    Document expected = reading.spelled(shape, List.of(WRITTEN)).get(0);
    return new CompareDocuments(shape).differences(expected, found);
  }

  private static void restore() {
    fixture.database.execute("delete from things");
    fixture.load(shape, TargetFixture.fresh(shape, WRITTEN.values().toArray()));
  }
}
