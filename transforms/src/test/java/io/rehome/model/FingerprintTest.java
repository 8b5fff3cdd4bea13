package io.rehome.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.UUID;
import org.junit.jupiter.api.Test;

final class FingerprintTest {
  private static final Fingerprint ONE = new Fingerprint(0, 1);

  @Test
  void carriesFromTheLowHalfIntoTheHighOne() {
    assertThat(new Fingerprint(0, -1).plus(ONE), is(new Fingerprint(1, 0)));
    assertThat(
        new Fingerprint(1, Long.MIN_VALUE).plus(new Fingerprint(2, Long.MIN_VALUE)),
        is(new Fingerprint(4, 0)));
    assertThat(
        new Fingerprint(0, Long.MAX_VALUE).plus(ONE), is(new Fingerprint(0, Long.MIN_VALUE)));
  }

  @Test
  void addsModulo128Bits() {
    assertThat(new Fingerprint(-1, -1).plus(ONE), is(new Fingerprint(0, 0)));
  }

  @Test
  void sumsWithoutRegardToOrder() {
    Fingerprint a = new Fingerprint(0x1234_5678_9abc_def0L, -2);
    Fingerprint b = new Fingerprint(-7, 0x8000_0000_0000_0003L);
    Fingerprint c = new Fingerprint(99, -1);

    assertThat(a.plus(b).plus(c), is(c.plus(a).plus(b)));
  }

  @Test
  void isAUuidAndBack() {
    UUID bits = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    assertThat(Fingerprint.of(bits).asUuid(), is(bits));
    assertThat(Fingerprint.of(bits).toString(), is("6ba7b8119dad11d180b400c04fd430c8"));
  }
}
