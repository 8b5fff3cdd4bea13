package io.rehome.plan;

import io.rehome.model.Check;
import io.rehome.model.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The kinds of values that a check can ask for. All but not-blank pass NULL: whether a field may be
 * NULL is for the target's catalog to say. Past and future are so at the campaign's start.
 */
final class Kinds {
  /** The longest address that RFC 5321 allows. */
  private static final int LONGEST_EMAIL = 254;

  private static final com.google.re2j.Pattern EMAIL =
      com.google.re2j.Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10FFFF}-]+"
              + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]+");
  private static final com.google.re2j.Pattern URL =
      com.google.re2j.Pattern.compile("(?i)https?://[^\\s/?#@]+([/?#]\\S*)?");
  private static final com.google.re2j.Pattern UUID =
      com.google.re2j.Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final com.google.re2j.Pattern PHONE =
      com.google.re2j.Pattern.compile("\\+?[0-9]{5,15}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private static final Map<String, Kind> ALL = all();

  private Kinds() {}

  /** A kind of value: what it is in words, and whether a value, which is not NULL, is of it. */
  record Kind(String description, Test test) {}

  /** Whether a value is of a kind. */
  @FunctionalInterface
  interface Test {
    boolean passes(Object value, Instant now);
  }

  /** The kinds by name, with what they mean. */
  static Map<String, Kind> named() {
    return ALL;
  }

  /** The check that a field is of a kind. */
  static Check check(String field, String name, Instant now) {
    Kind kind = ALL.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("unknown kind " + name);
    }
    return document -> problem(document, field, name, kind, now);
  }

  private static Optional<String> problem(
      Fields document, String field, String name, Kind kind, Instant now) {
    Object value = document.value(field);
    boolean passes = value == null ? !name.equals("not-blank") : kind.test().passes(value, now);
    return passes
        ? Optional.empty()
        : Optional.of(field + " is not " + kind.description() + ": " + value);
  }

  private static Map<String, Kind> all() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("email", text("an e-mail address", Kinds::isEmail));
    kinds.put("url", text("an http or https URL", text -> URL.matcher(text).matches()));
    kinds.put("uuid", text("a UUID", text -> UUID.matcher(text).matches()));
    kinds.put(
        "phone",
        text(
            "a telephone number: 5 to 15 digits, + before", text -> PHONE.matcher(text).matches()));
    kinds.put("country", text("a country code (ISO 3166, two capitals)", COUNTRIES::contains));
    kinds.put("not-blank", text("filled", text -> !text.isBlank()));
    kinds.put("one-line", text("a text in one line", text -> text.lines().count() <= 1));
    kinds.put("positive", number("above 0", number -> number.signum() > 0));
    kinds.put("not-negative", number("0 or above", number -> number.signum() >= 0));
    kinds.put("past", new Kind("in the past", (value, now) -> order(value, now) <= 0));
    kinds.put("future", new Kind("in the future", (value, now) -> order(value, now) > 0));
    return kinds;
  }

  private static Kind text(String description, Predicate<String> test) {
    return new Kind(description, (value, now) -> test.test(value.toString()));
  }

  private static Kind number(String description, Predicate<BigDecimal> test) {
    return new Kind(
        description, (value, now) -> value instanceof Number number && test.test(exact(number)));
  }

  private static BigDecimal exact(Number number) {
    return Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue())
        ? BigDecimal.ZERO
        : new BigDecimal(number.toString());
  }

  private static boolean isEmail(String text) {
    return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
  }

  /** Dates and date-times without zone are looked at in UTC. */
  private static int order(Object value, Instant now) {
    if (value instanceof Instant moment) {
      return moment.compareTo(now);
    }
    LocalDateTime here = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    if (value instanceof LocalDate date) {
      return date.compareTo(here.toLocalDate());
    }
    if (value instanceof LocalDateTime datetime) {
      return datetime.compareTo(here);
    }
    throw new IllegalArgumentException("neither a date nor a moment");
  }
}
