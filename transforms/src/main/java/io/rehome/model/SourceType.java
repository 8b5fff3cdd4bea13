package io.rehome.model;

/**
 * What a source column holds, and the Java class in which its values travel. A value that the
 * engine holds but the class cannot (a zero date, a time of 838 hours) travels as its exact text.
 */
public enum SourceType {
  /** {@link Long}, or {@link java.math.BigDecimal} beyond 64 bits. */
  INTEGER,
  /** {@link java.math.BigDecimal}, with its scale. */
  DECIMAL,
  /** {@link Double}. */
  DOUBLE,
  /** {@link Float}. */
  FLOAT,
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link String}. */
  TEXT,
  /** {@link String}: the document's own text, never parsed and written again. */
  JSON,
  /** {@link Bytes}. */
  BYTES,
  /** {@link java.time.LocalDate}. */
  DATE,
  /** {@link java.time.LocalTime}. */
  TIME,
  /** {@link java.time.LocalDateTime}: a date and time that carries no zone. */
  DATETIME,
  /** {@link java.time.Instant}. */
  INSTANT,
  /** {@link java.util.UUID}. */
  UUID,
  /** {@link String}: any other type, as the engine renders it. */
  OTHER
}
