package io.rehome.io.jdbc;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that grow: numbers in network order and text in UTF-8. One buffer is filled, sent and
 * cleared again, so that a page costs no garbage; while it {@link #flow flows} it is emptied as
 * often as it is full, so that a huge value is never in it as a whole. For one thread.
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

  /** From here on it is worth being emptied. */
  private static final int FULL = 1 << 20;

  /** So much of a text is written in one go. */
  private static final int SLICE = 1 << 16;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;
  private @Nullable Drain drain;
  private boolean isFlowing;

  /** Where a buffer is emptied to. */
  @FunctionalInterface
  interface Drain {
    /** Takes the first so many bytes. */
    void take(byte[] bytes, int length) throws SQLException;
  }

  /** The drain did not take what it was given. */
  static final class Clogged extends IllegalStateException {
    private static final long serialVersionUID = 1;
    private final SQLException refusal;

    Clogged(SQLException refusal) {
      super("the buffer was not emptied", refusal);
      this.refusal = refusal;
    }

    SQLException refusal() {
      return refusal;
    }
  }

  /** How many bytes it holds. */
  public int size() {
    return size;
  }

  /** How many bytes are written, of which none is kept. */
  static int lengthOf(Consumer<PgCopyBuffer> writing) {
    AtomicLong length = new AtomicLong();
    PgCopyBuffer buffer = new PgCopyBuffer();
    buffer.clear((bytes, some) -> length.addAndGet(some));
    buffer.flow(writing);
    return Math.toIntExact(length.get() + buffer.size());
  }

  /** Forgets its content, and is emptied to there from now on. */
  void clear(Drain drain) {
    clear();
    this.drain = drain;
  }

  /** Empties itself where it has a drain and is full; what was appended cannot be changed then. */
  void emptyIfFull() {
    if (size >= FULL) {
      empty();
    }
  }

  /** Empties itself where it has a drain. */
  void empty() {
    if (drain != null) {
      try {
        drain.take(bytes, size);
      } catch (SQLException e) {
        throw new Clogged(e);
      }
      size = 0;
    }
  }

  /** Lets something be written during which it empties itself where it is full. */
  void flow(Consumer<PgCopyBuffer> writing) {
    isFlowing = true;
    try {
      writing.accept(this);
    } finally {
      isFlowing = false;
    }
  }

  /** Forgets its content; the memory that one huge value took is given back. */
  public void clear() {
    size = 0;
    drain = null;
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
    for (int at = 0; at < value.length; at += SLICE) {
      int some = Math.min(SLICE, value.length - at);
      room(some);
      System.arraycopy(value, at, bytes, size, some);
      size += some;
    }
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
   * backslash, up to the first that is not, or some of them.
   *
   * @return where it stopped; the text's length where nothing is left
   */
  public int plain(String text, int start) {
    int length = Math.min(text.length(), start + SLICE);
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
    for (int i = ascii(text, 0); i < length; i = ascii(text, i)) {
      i += character(text, i);
    }
  }

  /** Appends the ASCII characters from {@code start}, or some of them; answers where it stopped. */
  private int ascii(String text, int start) {
    int length = Math.min(text.length(), start + SLICE);
    room(length - start);
    int at = size;
    int i = start;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        break;
      }
      bytes[at++] = (byte) c;
    }
    size = at;
    return i;
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
  private void room(int more) {
    if (isFlowing) {
      emptyIfFull();
    }
    if (more > bytes.length - size) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }
}
