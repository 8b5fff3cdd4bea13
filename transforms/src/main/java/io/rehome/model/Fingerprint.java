package io.rehome.model;

import java.io.Serializable;
import java.util.UUID;

/** A 128-bit hash of a canonical encoding. */
public record Fingerprint(long high, long low) implements Serializable {

  /** The sum modulo 2^128: the digest of a set does not depend on its order. */
  public Fingerprint plus(Fingerprint other) {
    long sum = low + other.low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new Fingerprint(high + other.high + carry, sum);
  }

  /** The same 128 bits as a UUID, the form in which databases keep it. */
  public UUID asUuid() {
    return new UUID(high, low);
  }

  /** The fingerprint that {@link #asUuid} turned into these bits. */
  public static Fingerprint of(UUID bits) {
    return new Fingerprint(bits.getMostSignificantBits(), bits.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return asUuid().toString().replace("-", "");
  }
}
