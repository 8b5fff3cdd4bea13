package io.rehome.transforms;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.model.Bytes;
import io.rehome.model.Candidate;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.TargetType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MakeKeyTest {

  /** Expected: {@code uuid_generate_v5(uuid_ns_url(), name)}, as Python's uuid5 gives it too. */
  @ParameterizedTest
  @CsvSource({
    "http://www.example.org/, d832f77b-25c1-529a-83f4-09e632486128",
    "http://www.postgresql.org/, e207a177-ec16-51fd-a671-d3f47918ed2e",
    "rehome:pets4homes/users/4711, 13b24373-f92e-5475-9199-faf5a20faef4",
    "é🐾, f3c94903-affa-54cc-a948-b77f37af6e28"
  })
  void namesUuidsAsTheRfcDoes(String name, String uuid) {
    assertThat(MakeKey.named(name), is(UUID.fromString(uuid)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "rehome:a/b/[\"1\",\"2\"]"})
  void namesUuidsAsAnIndependentImplementationDoes(String name) throws Exception {
    assertThat(MakeKey.named(name), is(versionFive(name)));
  }

  @Test
  void makesAUuidOfMarketplaceEntityAndKey() throws Exception {
    List<?> values =
        MakeKey.values(
            new IdRule.Uuid("id", "pets4homes", "users"), new SourceKey("4711"), List.of(4711L));

    assertThat(values, contains(UUID.fromString("13b24373-f92e-5475-9199-faf5a20faef4")));
  }

  @Test
  void addsAnOffsetOfAnySize() throws Exception {
    assertThat(moved("41", 1), contains("42"));
    assertThat(moved("-41", -1), contains("-42"));
    assertThat(moved("18446744073709551615", 1), contains("18446744073709551616"));
  }

  @Test
  void rejectsAKeyThatIsNoNumberToAddTo() {
    RejectedValue refusal = assertThrows(RejectedValue.class, () -> moved("a1", 1));

    assertThat(refusal.reason(), is(Reason.BAD_VALUE));
  }

  @Test
  void leavesMappedKeysToTheirRules() throws Exception {
    assertThat(
        MakeKey.values(new IdRule.Mapped(List.of("a", "b")), new SourceKey("1"), List.of(1L)),
        is(List.of()));
  }

  @Test
  void keepsTheValuesOfAKeyAndNotTheirText() {
    Bytes id = new Bytes(new byte[] {1, (byte) 0xFE});
    SourceRow row =
        new SourceRow(SourceKey.ofValues(List.of(id)), List.of(id, "Ada", 1990L, ""), true, 9);
    EntityRules rules =
        Members.rules(
            new IdRule.Keep(List.of("id")),
            Members.shape(Members.column("id", TargetType.BYTES, 0)),
            List.of(Members.copy("name", "nick")),
            List.of(),
            List.of());

    Candidate candidate = new MapRecord(rules).map(row, new RuleCounts());

    assertThat(((Candidate.Mapped) candidate).document().values().get(0), is(id));
  }

  @Test
  void refusesToKeepAKeyOfOneColumnInTwo() {
    EntityRules rules =
        Members.rules(
            new IdRule.Keep(List.of("id", "age")), Members.SHAPE, List.of(), List.of(), List.of());

    assertThrows(IllegalArgumentException.class, () -> new MapRecord(rules));
  }

  @Test
  void rejectsARecordWhoseKeyCannotBeMade() {
    EntityRules rules =
        Members.rules(new IdRule.Offset("id", 100), Members.SHAPE, List.of(), List.of(), List.of());
    SourceRow row = new SourceRow(new SourceKey("x"), Members.row(1, "Ada", 1L).values(), true, 9);

    Candidate.Rejected rejected =
        (Candidate.Rejected) new MapRecord(rules).map(row, new RuleCounts());

    assertThat(rejected.rejection().reason(), is(Reason.BAD_VALUE));
    assertThat(rejected.rejection().column(), is("id"));
  }

  private static List<?> moved(String key, long by) throws RejectedValue {
    return MakeKey.values(new IdRule.Offset("id", by), new SourceKey(key), List.of());
  }

  /** RFC 4122, section 4.3, by the book. */
  private static UUID versionFive(String name) throws GeneralSecurityException {
    MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
    sha1.update(HexFormat.of().parseHex("6ba7b8119dad11d180b400c04fd430c8"));
    byte[] hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    String digits = HexFormat.of().formatHex(hash, 0, 16);
    return UUID.fromString(
        digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
  }
}
