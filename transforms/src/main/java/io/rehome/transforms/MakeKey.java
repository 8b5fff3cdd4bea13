package io.rehome.transforms;

import com.google.common.hash.Hashing;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Makes the values of a target key from a source key, where an {@link IdRule} says how. */
final class MakeKey {
  /** The name space of URLs, RFC 4122 appendix C. */
  private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private MakeKey() {}

  /**
   * The values of the rule's own columns, in their order; none where other rules fill them.
   *
   * @param parts the values of the key's columns: what is kept are they and not their text, so that
   *     bytes stay bytes
   */
  static List<?> values(IdRule rule, SourceKey key, List<?> parts) throws RejectedValue {
    if (rule instanceof IdRule.Keep) {
      return parts;
    }
    if (rule instanceof IdRule.Offset offset) {
      return List.of(moved(key.text(), offset.by()));
    }
    if (rule instanceof IdRule.Uuid uuid) {
      return List.of(named("rehome:" + uuid.marketplace() + "/" + uuid.entity() + "/" + key));
    }
    return List.of();
  }

  /** The columns that {@link #values} fills. */
  static List<String> columns(IdRule rule) {
    if (rule instanceof IdRule.Keep keep) {
      return keep.columns();
    }
    if (rule instanceof IdRule.Offset offset) {
      return List.of(offset.column());
    }
    return rule instanceof IdRule.Uuid uuid ? List.of(uuid.column()) : List.of();
  }

  private static String moved(String key, long by) throws RejectedValue {
    try {
      return new BigInteger(key).add(BigInteger.valueOf(by)).toString();
    } catch (NumberFormatException e) {
      throw new RejectedValue(Reason.BAD_VALUE, "the key " + key + " is no integer to add to");
    }
  }

  /** A version 5 UUID (RFC 4122, section 4.3), as PostgreSQL's uuid_generate_v5 makes it. */
  @SuppressWarnings("deprecation") // the RFC says SHA-1
  static UUID named(String name) {
    byte[] hash =
        Hashing.sha1()
            .newHasher()
            .putBytes(
                ByteBuffer.allocate(16)
                    .putLong(URLS.getMostSignificantBits())
                    .putLong(URLS.getLeastSignificantBits())
                    .array())
            .putString(name, StandardCharsets.UTF_8)
            .hash()
            .asBytes();
    ByteBuffer bits = ByteBuffer.wrap(hash);
    long high = (bits.getLong() & 0xffffffffffff0fffL) | 0x5000L;
    long low = (bits.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
