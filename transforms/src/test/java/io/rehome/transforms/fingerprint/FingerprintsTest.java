package io.rehome.transforms.fingerprint;

import static java.util.stream.Collectors.joining;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.hash.Hashing;
import io.rehome.model.Bytes;
import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Reference;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FingerprintsTest {
  private final Fingerprints fingerprints = new Fingerprints();

  static List<Arguments> pinned() {
    return List.of(
        Arguments.of(values(), "5f86790e5a90f211da5a44aaf611371e"),
        Arguments.of(values((Object) null), "97a8edde045b9219136db45e6c425266"),
        Arguments.of(values("", "a", "ä€😀"), "9e3b3ae1c3164138a994a630efb13791"),
        Arguments.of(
            values(5L, -1L, new BigDecimal("1.10"), new BigDecimal("1E+30")),
            "d0a257783eb2f58dce2f9af0958b734d"),
        Arguments.of(values(1.5, 1.5f, true, false), "bc9b3630adba2e5f4a9b6694e759b15d"),
        Arguments.of(
            values(
                LocalDate.of(2024, 1, 31),
                LocalTime.of(10, 0, 0, 1_000),
                LocalDateTime.of(2024, 1, 31, 10, 0),
                Instant.parse("2024-01-31T10:00:00.000001Z")),
            "1a217d9e956848e862ce81f15024cb7b"),
        Arguments.of(
            values(
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                new Bytes(new byte[] {0, 1, -1}),
                new Reference("users", new SourceKey("7"))),
            "d5424005dd01d77b5f692693bc78c794"));
  }

  /** Stores keep these bits: a change here makes every record of every store look changed. */
  @ParameterizedTest
  @MethodSource("pinned")
  void givesTheSameBitsInEveryVersion(List<Object> values, String bits) {
    assertThat(fingerprints.of(values).toString(), is(bits));
  }

  static List<Arguments> equal() {
    return List.of(
        Arguments.of(values(5L), values(new BigDecimal("5"))),
        Arguments.of(values(5), values(BigInteger.valueOf(5))),
        Arguments.of(values(100L), values(new BigDecimal("1E+2"))),
        Arguments.of(values(new BigDecimal("1E+30")), values(BigInteger.TEN.pow(30))),
        Arguments.of(values(Long.MIN_VALUE), values(new BigDecimal(Long.MIN_VALUE))),
        Arguments.of(values(Double.NaN), values(Double.longBitsToDouble(0x7ff8000000000001L))),
        Arguments.of(values(new Bytes(new byte[] {1})), values(new Bytes(new byte[] {1}))));
  }

  @ParameterizedTest
  @MethodSource("equal")
  void isTheSameForEqualValues(List<Object> one, List<Object> other) {
    assertThat(fingerprints.of(one), is(fingerprints.of(other)));
  }

  static List<Arguments> different() {
    return List.of(
        Arguments.of(values("12", "3"), values("1", "23")),
        Arguments.of(values((Object) null), values("")),
        Arguments.of(values((Object) null), values()),
        Arguments.of(values("a", null), values("a")),
        Arguments.of(values(true), values(1L)),
        Arguments.of(values(1L), values("1")),
        Arguments.of(values(true), values("true")),
        Arguments.of(values(new BigDecimal("1.10")), values(new BigDecimal("1.1"))),
        Arguments.of(values(new BigDecimal("5.0")), values(5L)),
        Arguments.of(values(0.0), values(-0.0)),
        Arguments.of(values(1.5), values(1.5f)),
        Arguments.of(values(1L), values(1.0)),
        Arguments.of(values("\ud800"), values("?")),
        Arguments.of(values("\ud800"), values("\ud801")),
        Arguments.of(values("é"), values("e\u0301")),
        Arguments.of(values("a"), values("a ")),
        Arguments.of(values("a"), values(new Bytes(new byte[] {'a'}))),
        Arguments.of(values(LocalDate.EPOCH), values(LocalDate.EPOCH.atStartOfDay())),
        Arguments.of(values(LocalDate.EPOCH.atStartOfDay()), values(Instant.EPOCH)),
        Arguments.of(values(LocalTime.MIDNIGHT), values(0L)),
        Arguments.of(
            values(new Reference("a", new SourceKey("bc"))),
            values(new Reference("ab", new SourceKey("c")))),
        Arguments.of(values(Long.MAX_VALUE), values(BigInteger.TWO.pow(63))));
  }

  @ParameterizedTest
  @MethodSource("different")
  void differsForDifferentValues(List<Object> one, List<Object> other) {
    assertThat(fingerprints.of(one), is(not(fingerprints.of(other))));
  }

  @Test
  void coversTheKeyAndTheChosenColumnsOnly() {
    SourceRow row = new SourceRow(new SourceKey("7"), values("a", "b", "c"), true, 3);
    SourceRow otherUnread = new SourceRow(new SourceKey("7"), values("a", "X", "c"), true, 3);
    SourceRow otherRead = new SourceRow(new SourceKey("7"), values("a", "b", "X"), true, 3);
    SourceRow otherKey = new SourceRow(new SourceKey("8"), values("a", "b", "c"), true, 3);
    int[] read = {0, 2};

    Fingerprint fingerprint = fingerprints.of(row, read);

    assertThat(fingerprints.of(otherUnread, read), is(fingerprint));
    assertThat(fingerprints.of(otherRead, read), is(not(fingerprint)));
    assertThat(fingerprints.of(otherKey, read), is(not(fingerprint)));
  }

  @Test
  void ofADocumentIsThatOfItsValues() {
    assertThat(
        fingerprints.of(new Document(values(1L, "a"))), is(fingerprints.of(values(1L, "a"))));
  }

  @Test
  void doesNotRememberAHugeValue() {
    Fingerprint before = fingerprints.of(values("small"));

    fingerprints.of(values("x".repeat(5_000_000), "ä".repeat(2_000_000)));

    assertThat(fingerprints.of(values("small")), is(before));
  }

  /** A huge value is hashed in slices: wherever they cut, it is the hash of the whole encoding. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "ä", "漢", "🐕", "x🐕", "xx🐕", "ab漢🐕"})
  void ofAHugeTextIsTheHashOfItsWholeEncoding(String part) throws IOException {
    String text = part.repeat(1_500_000);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream encoding = new DataOutputStream(bytes);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] photo = new byte[2_000_003];
    new Random(17).nextBytes(photo);
    encoding.writeByte(15);
    encoding.writeInt(3);
    encoding.writeByte(7);
    encoding.writeInt(utf8.length);
    encoding.write(utf8);
    encoding.writeByte(8);
    encoding.writeInt(photo.length);
    encoding.write(photo);
    encoding.writeByte(3);
    encoding.writeLong(17);

    byte[] expected = Hashing.murmur3_128().hashBytes(bytes.toByteArray()).asBytes();

    Fingerprint fingerprint = fingerprints.of(values(text, new Bytes(photo), 17L));
    ByteBuffer actual = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    actual.putLong(fingerprint.high()).putLong(fingerprint.low());
    assertThat(actual.array(), is(expected));
  }

  @Test
  void tellsHalvesOfPairsApartInAHugeText() {
    String much = "x".repeat(2_000_000);

    assertThat(
        fingerprints.of(values(much + "\ud83d" + much)),
        not(is(fingerprints.of(values(much + "?" + much)))));
    assertThat(
        fingerprints.of(values(much + "\ud83d" + much)),
        is(fingerprints.of(values(much + "\ud83d" + much))));
  }

  @Test
  void refusesAClassThatIsNotOfTheModelWithoutTellingTheValue() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> fingerprints.of(values(new AtomicReference<>("secret"))));

    assertThat(
        refused.getMessage(),
        is("no canonical form of java.util.concurrent.atomic.AtomicReference"));
  }

  @RepeatedTest(20)
  void listsAreEqualExactlyWhereTheirFingerprintsAre(RepetitionInfo repetition) {
    long seed = 20_260_101L + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    Map<Fingerprint, List<Object>> seen = new HashMap<>();
    Map<List<Object>, Fingerprint> given = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      List<Object> values = drawn(random);
      Fingerprint fingerprint = fingerprints.of(values);

      assertThat("seed " + seed, seen.getOrDefault(fingerprint, values), is(values));
      assertThat("seed " + seed, given.getOrDefault(values, fingerprint), is(fingerprint));
      seen.put(fingerprint, values);
      given.put(values, fingerprint);
    }
  }

  /** Short lists over few values, so that neighbours nearly collide. */
  private static List<Object> drawn(Random random) {
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(
          switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> (long) random.nextInt(3);
            case 2 -> BigDecimal.valueOf(random.nextInt(300), 2);
            case 3 -> random.nextBoolean();
            case 4 -> LocalDate.ofEpochDay(random.nextInt(3));
            case 5 -> new Bytes(new byte[random.nextInt(3)]);
            default -> text(random);
          });
    }
    return values;
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(4), 0, 6)
        .mapToObj(i -> String.valueOf("01ä\ud83d\ude00\0".charAt(i)))
        .collect(joining());
  }

  private static List<Object> values(Object... values) {
    return Arrays.asList(values);
  }
}
