package io.rehome.io.jdbc;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.rehome.model.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The 128-bit hash of a row's content (MurmurHash3): of each value its class, its length and its
 * bytes, so that no two rows look alike. It is part of the keys of keyless tables and never
 * changes.
 */
final class RowHash {
  private static final String NULL = "null";

  private RowHash() {}

  static HashCode of(@Nullable Object[] values) {
    Hasher hasher = Hashing.murmur3_128().newHasher();
    for (Object value : values) {
      put(hasher, value);
    }
    return hasher.hash();
  }

  private static void put(Hasher hasher, @Nullable Object value) {
    if (value == null) {
      hasher.putInt(NULL.length()).putUnencodedChars(NULL);
    } else if (value instanceof Bytes bytes) {
      put(hasher, value, bytes.array());
    } else {
      put(hasher, value, value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void put(Hasher hasher, Object value, byte[] bytes) {
    String kind = value.getClass().getSimpleName();
    hasher.putInt(kind.length()).putUnencodedChars(kind).putInt(bytes.length).putBytes(bytes);
  }
}
