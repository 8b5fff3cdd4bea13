package io.rehome.transforms.fingerprint;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.rehome.model.Bytes;
import io.rehome.model.Fingerprint;
import io.rehome.model.Reference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * An encoding of values in which two lists are equal exactly where their bytes are: each value has
 * a tag of its type, and its length where that varies. So ("12", "3") is not ("1", "23"), null is
 * not "", and true, 1 and "1" are three values.
 *
 * <p>An integer is the same in every class that carries it: 5 as Long and as BigDecimal. Digits
 * after the point count: 1.10 is not 1.1, because the source's exact text matters; documents have
 * no such zeros. A double is told apart by its bits, all NaNs being one.
 *
 * <p>The buffer is used again and again: an object belongs to one thread.
 */
final class CanonicalForm {
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal SHORTEST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final int DIGITS_OF_LONG = 19;

  /** From here on a value is not held in memory once more. */
  private static final int HUGE = 1 << 20;

  private static final int SLICE = 1 << 16;
  private static final HashFunction MURMUR = Hashing.murmur3_128();

  private final Buffer out = new Buffer();

  /** Took the bytes that came before those of the buffer, where they are too many for it. */
  private @Nullable Hasher hasher;

  /** Forgets what was added. */
  CanonicalForm clear() {
    out.clear();
    hasher = null;
    return this;
  }

  /** MurmurHash3 (x64, 128 bits, seed 0) of what was added; nothing may be added then. */
  Fingerprint hash() {
    if (hasher == null) {
      long[] hash = MurmurHash3.hash128x64(out.bytes(), 0, out.length(), 0);
      return new Fingerprint(hash[0], hash[1]);
    }
    ByteBuffer hash = ByteBuffer.wrap(hashed().hash().asBytes()).order(ByteOrder.LITTLE_ENDIAN);
    return new Fingerprint(hash.getLong(), hash.getLong());
  }

  /** Hashes what is in the buffer, and the buffer is empty. */
  private Hasher hashed() {
    Hasher before = hasher == null ? MURMUR.newHasher() : hasher;
    hasher = before.putBytes(out.bytes(), 0, out.length());
    out.clear();
    return hasher;
  }

  /**
   * Adds one value.
   *
   * @throws IllegalArgumentException where its class is none of the model's; the message names the
   *     class, never the value
   */
  CanonicalForm add(@Nullable Object value) {
    if (value == null) {
      out.tag(Tag.NULL);
    } else if (value instanceof String text) {
      text(Tag.TEXT, text);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Boolean truth) {
      out.tag(truth ? Tag.TRUE : Tag.FALSE);
    } else {
      other(value);
    }
    return this;
  }

  /** Adds the number of values, then each of them. */
  CanonicalForm addAll(List<? extends @Nullable Object> values) {
    out.tag(Tag.LIST).fourBytes(values.size());
    for (int i = 0; i < values.size(); i++) {
      add(values.get(i));
    }
    return this;
  }

  private void text(Tag tag, String text) {
    if (text.length() < HUGE) {
      int start = out.tag(tag).open();
      out.utf8(text).close(start);
    } else {
      hugeText(tag, text);
    }
  }

  private void hugeText(Tag tag, String text) {
    out.tag(tag).fourBytes(Buffer.lengthInUtf8(text));
    int end;
    for (int start = 0; start < text.length(); start = end) {
      end = endOfSlice(text, start);
      out.utf8(text.substring(start, end));
      hashed();
    }
  }

  /** No pair of surrogates is cut apart. */
  private static int endOfSlice(String text, int start) {
    int end = Math.min(start + SLICE, text.length());
    boolean cutsPair =
        end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
    return cutsPair ? end + 1 : end;
  }

  private void number(Number number) {
    if (number instanceof Long || number instanceof Integer || number instanceof Short) {
      integer(number.longValue());
    } else if (number instanceof BigDecimal decimal) {
      decimal(decimal);
    } else if (number instanceof Double) {
      out.tag(Tag.DOUBLE).eightBytes(Double.doubleToLongBits(number.doubleValue()));
    } else if (number instanceof Float) {
      out.tag(Tag.FLOAT).fourBytes(Float.floatToIntBits(number.floatValue()));
    } else if (number instanceof BigInteger big) {
      decimal(new BigDecimal(big));
    } else {
      throw unknown(number);
    }
  }

  private void integer(long value) {
    out.tag(Tag.INTEGER).eightBytes(value);
  }

  private void decimal(BigDecimal value) {
    if (value.scale() > 0) {
      digits(value);
    } else if (fitsLong(value)) {
      integer(value.longValue());
    } else {
      digits(value.stripTrailingZeros());
    }
  }

  private static boolean fitsLong(BigDecimal value) {
    return (long) value.precision() - value.scale() <= DIGITS_OF_LONG
        && value.compareTo(LONGEST) <= 0
        && value.compareTo(SHORTEST) >= 0;
  }

  private void digits(BigDecimal value) {
    int start = out.tag(Tag.DECIMAL).fourBytes(value.scale()).open();
    out.raw(value.unscaledValue().toByteArray()).close(start);
  }

  private void other(Object value) {
    if (value instanceof LocalDateTime moment) {
      out.tag(Tag.DATETIME).eightBytes(moment.toLocalDate().toEpochDay());
      out.eightBytes(moment.toLocalTime().toNanoOfDay());
    } else if (value instanceof Instant instant) {
      out.tag(Tag.INSTANT).eightBytes(instant.getEpochSecond()).fourBytes(instant.getNano());
    } else if (value instanceof LocalDate date) {
      out.tag(Tag.DATE).eightBytes(date.toEpochDay());
    } else if (value instanceof LocalTime time) {
      out.tag(Tag.TIME).eightBytes(time.toNanoOfDay());
    } else {
      rare(value);
    }
  }

  private void rare(Object value) {
    if (value instanceof UUID uuid) {
      out.tag(Tag.UUID).eightBytes(uuid.getMostSignificantBits());
      out.eightBytes(uuid.getLeastSignificantBits());
    } else if (value instanceof Bytes bytes) {
      bytes(bytes.array());
    } else if (value instanceof Reference reference) {
      text(Tag.REFERENCE, reference.entity());
      text(Tag.TEXT, reference.key().text());
    } else {
      throw unknown(value);
    }
  }

  private void bytes(byte[] bytes) {
    out.tag(Tag.BYTES).fourBytes(bytes.length);
    if (bytes.length < HUGE) {
      out.raw(bytes);
    } else {
      hashed().putBytes(bytes);
    }
  }

  private static IllegalArgumentException unknown(Object value) {
    return new IllegalArgumentException("no canonical form of " + value.getClass().getName());
  }

  /** The first byte of a value. The numbers are kept in every store: they are never changed. */
  enum Tag {
    NULL(0),
    FALSE(1),
    TRUE(2),
    INTEGER(3),
    DECIMAL(4),
    DOUBLE(5),
    FLOAT(6),
    TEXT(7),
    BYTES(8),
    DATE(9),
    TIME(10),
    DATETIME(11),
    INSTANT(12),
    UUID(13),
    REFERENCE(14),
    LIST(15);

    private final byte number;

    Tag(int number) {
      this.number = (byte) number;
    }

    byte number() {
      return number;
    }
  }
}
