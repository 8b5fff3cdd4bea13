package io.rehome.io.jdbc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that grow: numbers in network order and text in UTF-8. One buffer is filled, sent and
 * cleared again, so that a page costs no garbage. For one thread.
 */
public final class PgCopyBuffer {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int FIRST_CAPACITY = 1 << 16;
  private static final int LARGEST_KEPT = 1 << 24;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;

  /** How many bytes it holds. */
  public int size() {
    return size;
  }

  /** The bytes from 0 to {@link #size}; what lies behind them means nothing. Not a copy. */
  byte[] array() {
    return bytes;
  }

  /** Forgets its content; the memory that one huge value took is given back. */
  public void clear() {
    size = 0;
    if (bytes.length > LARGEST_KEPT) {
      bytes = new byte[FIRST_CAPACITY];
    }
  }

  /** A copy of the content. */
  public byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** The content from {@code start} as text. */
  public String text(int start) {
    return new String(bytes, start, size - start, StandardCharsets.UTF_8);
  }

  /** Appends the low eight bits. */
  public void int8(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  /** Appends the low sixteen bits. */
  public void int16(int value) {
    room(2);
    SHORT.set(bytes, size, (short) value);
    size += 2;
  }

  /** Appends four bytes. */
  public void int32(int value) {
    room(4);
    INT.set(bytes, size, value);
    size += 4;
  }

  /** Appends eight bytes. */
  public void int64(long value) {
    room(8);
    LONG.set(bytes, size, value);
    size += 8;
  }

  /** Overwrites the four bytes at {@code position}. */
  public void int32At(int position, int value) {
    INT.set(bytes, position, value);
  }

  /** Appends these bytes. */
  public void raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  /** Appends characters that are all ASCII. */
  public void ascii(CharSequence text) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
  }

  /**
   * Appends the characters from {@code start} that are printable ASCII and neither a quote nor a
   * backslash, up to the first that is not.
   *
   * @return where that one stands; the text's length where there is none
   */
  public int plain(String text, int start) {
    int length = text.length();
    room(length - start);
    int at = size;
    int i = start;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        break;
      }
      bytes[at++] = (byte) c;
    }
    size = at;
    return i;
  }

  /**
   * Appends the text in UTF-8.
   *
   * @throws IllegalArgumentException where it holds half a surrogate pair: no bytes stand for it,
   *     and a question mark would be another value
   */
  public void utf8(String text) {
    int length = text.length();
    room(length);
    int at = size;
    int i = 0;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        break;
      }
      bytes[at++] = (byte) c;
    }
    size = at;
    while (i < length) {
      i += character(text, i);
    }
  }

  /** Appends the character at {@code i}; answers how many UTF-16 units it takes. */
  private int character(String text, int i) {
    int point = text.codePointAt(i);
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      throw new IllegalArgumentException("the text holds half a surrogate pair");
    }
    codePoint(point);
    return Character.charCount(point);
  }

  /** Appends one character, which is no surrogate. */
  public void codePoint(int point) {
    room(4);
    if (point < 0x80) {
      bytes[size++] = (byte) point;
    } else if (point < 0x800) {
      bytes[size++] = (byte) (0xC0 | (point >> 6));
      tail(point, 0);
    } else if (point < 0x10000) {
      bytes[size++] = (byte) (0xE0 | (point >> 12));
      tail(point, 6);
    } else {
      bytes[size++] = (byte) (0xF0 | (point >> 18));
      tail(point, 12);
    }
  }

  private void tail(int point, int highestShift) {
    for (int shift = highestShift; shift >= 0; shift -= 6) {
      bytes[size++] = (byte) (0x80 | ((point >> shift) & 0x3F));
    }
  }

  /** Makes room for so many more bytes. */
  public void room(int more) {
    if (more > bytes.length - size) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }
}
