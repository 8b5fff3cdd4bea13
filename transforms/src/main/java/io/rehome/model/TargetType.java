package io.rehome.model;

/** What a target column holds, and the one Java class in which a document carries it. */
public enum TargetType {
  /** {@link Long}, within the column's width. */
  INTEGER,
  /** {@link java.math.BigDecimal} without trailing zeros. */
  DECIMAL,
  /** {@link Double}; -0.0 travels as 0.0. */
  DOUBLE,
  /** {@link Float}; -0.0 travels as 0.0. */
  FLOAT,
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link String}. */
  TEXT,
  /** {@link String}, one of the column's labels. */
  ENUM,
  /** {@link String}: JSON text as it came. */
  JSON,
  /** {@link Bytes}. */
  BYTES,
  /** {@link java.time.LocalDate}. */
  DATE,
  /** {@link java.time.LocalTime}, to the microsecond. */
  TIME,
  /** {@link java.time.LocalDateTime}, to the microsecond. */
  DATETIME,
  /** {@link java.time.Instant}, to the microsecond. */
  INSTANT,
  /** {@link java.util.UUID}. */
  UUID,
  /** {@link String}, cast by the target: any other type. */
  OTHER
}
