package io.rehome.transforms.fingerprint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that grow, big-endian. */
final class Buffer {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int MOST_BYTES_OF_A_CHAR = 3;

  /** A larger buffer is given back, so that one huge value does not stay for ever. */
  private static final int LARGEST_KEPT = 1 << 20;

  private static final int FIRST = 1 << 10;

  private byte[] bytes = new byte[FIRST];
  private int length;

  void clear() {
    length = 0;
    if (bytes.length > LARGEST_KEPT) {
      bytes = new byte[FIRST];
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  Buffer tag(CanonicalForm.Tag tag) {
    ensure(1);
    bytes[length++] = tag.number();
    return this;
  }

  Buffer fourBytes(int value) {
    ensure(Integer.BYTES);
    INTS.set(bytes, length, value);
    length += Integer.BYTES;
    return this;
  }

  Buffer eightBytes(long value) {
    ensure(Long.BYTES);
    LONGS.set(bytes, length, value);
    length += Long.BYTES;
    return this;
  }

  Buffer raw(byte[] value) {
    ensure(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  /** Leaves room for a length; {@link #close} fills it in. */
  int open() {
    ensure(Integer.BYTES);
    length += Integer.BYTES;
    return length;
  }

  /** Fills in how many bytes came since {@link #open} answered {@code start}. */
  void close(int start) {
    INTS.set(bytes, start - Integer.BYTES, length - start);
  }

  /** UTF-8, in which a lone surrogate has a form of its own (that of WTF-8) and is no "?". */
  Buffer utf8(String text) {
    ensure(text.length() <= LARGEST_KEPT ? text.length() * MOST_BYTES_OF_A_CHAR : text.length());
    int i = ascii(text);
    while (i < text.length()) {
      int point = text.codePointAt(i);
      point(point);
      i += Character.charCount(point);
    }
    return this;
  }

  /** How many bytes {@link #utf8} appends. */
  static int lengthInUtf8(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      length = Math.addExact(length, isPair ? 4 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3);
      i += isPair ? 1 : 0;
    }
    return length;
  }

  private int ascii(String text) {
    int i = 0;
    int at = length;
    for (int end = text.length(); i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        break;
      }
      bytes[at++] = (byte) c;
    }
    length = at;
    return i;
  }

  private void point(int point) {
    ensure(Integer.BYTES);
    if (point < 0x80) {
      bytes[length++] = (byte) point;
    } else if (point < 0x800) {
      bytes[length++] = (byte) (0xc0 | (point >> 6));
      last(point);
    } else if (point < 0x10000) {
      bytes[length++] = (byte) (0xe0 | (point >> 12));
      bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
      last(point);
    } else {
      bytes[length++] = (byte) (0xf0 | (point >> 18));
      bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
      bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
      last(point);
    }
  }

  private void last(int point) {
    bytes[length++] = (byte) (0x80 | (point & 0x3f));
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), bytes.length * 2));
    }
  }
}
