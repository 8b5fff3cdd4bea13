package io.rehome.io.jdbc;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Rows in the format of PostgreSQL's binary COPY ("Binary Format" in its reference of COPY). Each
 * row is opened by {@link #row}, then takes one value a column, in the type that the column has: a
 * method is named for the type whose form it writes, and no conversion takes place on the server.
 * For one thread.
 */
public final class PgCopyRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;

  /** From here on a value is measured before it is written, and never in memory as a whole. */
  private static final int HUGE = 1 << 20;

  private final PgCopyBuffer buffer = new PgCopyBuffer();
  private int rows;

  /** No rows yet. */
  public PgCopyRows() {
    clear();
  }

  /** Forgets all rows. */
  public void clear() {
    buffer.clear();
    begin();
  }

  /** Forgets all rows; those that follow are sent there as they come. */
  void clear(PgCopyBuffer.Drain drain) {
    buffer.clear(drain);
    begin();
  }

  private void begin() {
    buffer.raw(HEADER);
    rows = 0;
  }

  /** Sends what was not sent yet. */
  void end() {
    buffer.empty();
  }

  /** How many rows were opened. */
  public int count() {
    return rows;
  }

  /** Opens a row of so many columns. */
  public void row(int columns) {
    buffer.emptyIfFull();
    buffer.int16(columns);
    rows++;
  }

  /** NULL, of any type. */
  public void absent() {
    buffer.int32(-1);
  }

  /** A {@code smallint}. */
  public void smallint(int value) {
    buffer.int32(2);
    buffer.int16(value);
  }

  /** An {@code integer}. */
  public void integer(int value) {
    buffer.int32(4);
    buffer.int32(value);
  }

  /** A {@code bigint}. */
  public void bigint(long value) {
    buffer.int32(8);
    buffer.int64(value);
  }

  /** A {@code real}. */
  public void real(float value) {
    integer(Float.floatToIntBits(value));
  }

  /** A {@code double precision}. */
  public void doublePrecision(double value) {
    bigint(Double.doubleToLongBits(value));
  }

  /** A {@code numeric}, with its scale. */
  public void numeric(BigDecimal value) {
    int field = open();
    PgCopyNumeric.write(value, buffer);
    close(field);
  }

  /** A {@code boolean}. */
  public void bool(boolean value) {
    buffer.int32(1);
    buffer.int8(value ? 1 : 0);
  }

  /** A {@code "char"}: one ASCII character. */
  public void letter(char value) {
    buffer.int32(1);
    buffer.int8(value);
  }

  /**
   * A {@code text}, {@code varchar}, {@code char(n)}, {@code json} or the label of an enum.
   *
   * @throws IllegalArgumentException where it holds half a surrogate pair
   */
  public void text(String value) {
    value(value.length(), content -> content.utf8(value));
  }

  /** A {@code jsonb}, given as JSON text. */
  public void jsonb(String value) {
    value(
        value.length(),
        content -> {
          content.int8(1);
          content.utf8(value);
        });
  }

  /** A {@code bytea}. */
  public void bytea(byte[] value) {
    value(value.length, content -> content.raw(value));
  }

  /** A {@code uuid}. */
  public void uuid(UUID value) {
    buffer.int32(16);
    buffer.int64(value.getMostSignificantBits());
    buffer.int64(value.getLeastSignificantBits());
  }

  /** A {@code date}. */
  public void date(LocalDate value) {
    integer(Math.toIntExact(value.toEpochDay() - EPOCH_DAY));
  }

  /** A {@code time}; what is below a microsecond must be zero. */
  public void time(LocalTime value) {
    bigint(value.toNanoOfDay() / 1000);
  }

  /** A {@code timestamp}; what is below a microsecond must be zero. */
  public void timestamp(LocalDateTime value) {
    timestamptz(value.toInstant(ZoneOffset.UTC));
  }

  /** A {@code timestamptz}; what is below a microsecond must be zero. */
  public void timestamptz(Instant value) {
    long seconds = Math.multiplyExact(value.getEpochSecond() - EPOCH_SECOND, 1_000_000L);
    bigint(Math.addExact(seconds, value.getNano() / 1000));
  }

  /**
   * A value in the form of the column's type.
   *
   * @param about how many bytes it will have
   * @param form appends it; is called twice where it is large
   */
  public void value(long about, Consumer<PgCopyBuffer> form) {
    if (about < HUGE) {
      int field = open();
      form.accept(buffer);
      close(field);
    } else {
      buffer.int32(PgCopyBuffer.lengthOf(form));
      buffer.flow(form);
    }
  }

  private int open() {
    buffer.int32(0);
    return buffer.size();
  }

  private void close(int field) {
    buffer.int32At(field - 4, buffer.size() - field);
  }
}
