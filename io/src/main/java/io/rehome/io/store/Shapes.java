package io.rehome.io.store;

import io.rehome.io.store.JsonValues.Kind;
import io.rehome.io.store.JsonValues.Shape;
import io.rehome.model.SourceType;
import io.rehome.model.TargetType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Java class of a stored value, by the type of its column. A string that the class would spell
 * otherwise, or cannot hold at all, is a value that travelled as its exact text.
 */
enum Shapes implements Shape {
  INTEGER {
    @Override
    Object number(String text) {
      if (text.length() < DIGITS_OF_A_LONG) {
        return Long.valueOf(text);
      }
      BigInteger number = new BigInteger(text);
      return number.bitLength() < Long.SIZE ? (Object) number.longValue() : new BigDecimal(number);
    }
  },
  DECIMAL {
    @Override
    Object number(String text) {
      return new BigDecimal(text);
    }
  },
  DOUBLE {
    @Override
    Object number(String text) {
      return Double.valueOf(text);
    }

    @Override
    Object string(String text) {
      return isNoNumber(text) ? (Object) Double.valueOf(text) : text;
    }
  },
  FLOAT {
    @Override
    Object number(String text) {
      return Float.valueOf(text);
    }

    @Override
    Object string(String text) {
      return isNoNumber(text) ? (Object) Float.valueOf(text) : text;
    }
  },
  TEXT,
  DATE {
    @Override
    Object string(String text) {
      return parsed(text, LocalDate::parse);
    }
  },
  TIME {
    @Override
    Object string(String text) {
      return parsed(text, LocalTime::parse);
    }
  },
  DATETIME {
    @Override
    Object string(String text) {
      @Nullable LocalDateTime plain = PlainTimes.dateTime(text);
      return plain == null ? parsed(text, LocalDateTime::parse) : plain;
    }
  },
  INSTANT {
    @Override
    Object string(String text) {
      @Nullable Instant plain = PlainTimes.instant(text);
      return plain == null ? parsed(text, Instant::parse) : plain;
    }
  },
  UUID_VALUE {
    @Override
    Object string(String text) {
      return parsed(text, UUID::fromString);
    }
  };

  /** Every number with fewer, sign included, is a long. */
  private static final int DIGITS_OF_A_LONG = 19;

  @Override
  public Object value(Kind kind, String text) {
    return switch (kind) {
      case NUMBER -> number(text);
      case STRING -> string(text);
    };
  }

  Object number(String text) {
    return new BigDecimal(text);
  }

  Object string(String text) {
    return text;
  }

  private static boolean isNoNumber(String text) {
    return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
  }

  private static Object parsed(String text, Function<String, Object> parse) {
    try {
      Object value = parse.apply(text);
      return value.toString().equals(text) ? value : text;
    } catch (DateTimeException | IllegalArgumentException notOfThisClass) {
      return text;
    }
  }

  static Shapes of(SourceType type) {
    return switch (type) {
      case INTEGER -> INTEGER;
      case DECIMAL -> DECIMAL;
      case DOUBLE -> DOUBLE;
      case FLOAT -> FLOAT;
      case BOOLEAN, TEXT, JSON, BYTES, OTHER -> TEXT;
      case DATE -> DATE;
      case TIME -> TIME;
      case DATETIME -> DATETIME;
      case INSTANT -> INSTANT;
      case UUID -> UUID_VALUE;
    };
  }

  static Shapes of(TargetType type) {
    return switch (type) {
      case INTEGER -> INTEGER;
      case DECIMAL -> DECIMAL;
      case DOUBLE -> DOUBLE;
      case FLOAT -> FLOAT;
      case BOOLEAN, TEXT, ENUM, JSON, BYTES, OTHER -> TEXT;
      case DATE -> DATE;
      case TIME -> TIME;
      case DATETIME -> DATETIME;
      case INSTANT -> INSTANT;
      case UUID -> UUID_VALUE;
    };
  }
}
