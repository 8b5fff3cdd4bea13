package io.rehome.io.store;

import io.rehome.model.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** A value's class as a word, for text that carries no column types. Text itself needs none. */
enum Tagged {
  INTEGER(Long.class),
  DECIMAL(BigDecimal.class),
  DOUBLE(Double.class),
  FLOAT(Float.class),
  BOOLEAN(Boolean.class),
  BYTES(Bytes.class),
  DATE(LocalDate.class),
  TIME(LocalTime.class),
  DATETIME(LocalDateTime.class),
  INSTANT(Instant.class),
  UUID_VALUE(UUID.class);

  private final Class<?> type;

  Tagged(Class<?> type) {
    this.type = type;
  }

  static Tagged of(Object value) {
    return Arrays.stream(values())
        .filter(tag -> tag.type.isInstance(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no value: a " + value.getClass()));
  }

  Object value(String text) {
    return switch (this) {
      case INTEGER -> Long.valueOf(text);
      case DECIMAL -> new BigDecimal(text);
      case DOUBLE -> Double.valueOf(text);
      case FLOAT -> Float.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case BYTES -> new Bytes(Base64.getDecoder().decode(text));
      case DATE -> LocalDate.parse(text);
      case TIME -> LocalTime.parse(text);
      case DATETIME -> LocalDateTime.parse(text);
      case INSTANT -> Instant.parse(text);
      case UUID_VALUE -> UUID.fromString(text);
    };
  }

  static String text(Object value) {
    return value instanceof Bytes bytes
        ? Base64.getEncoder().encodeToString(bytes.array())
        : value.toString();
  }
}
