package io.rehome.transforms.expression;

import static io.rehome.transforms.expression.NamedFunction.define;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Functions over dates and times. A date-time carries no zone; a moment is a point in time. Only
 * atZone and toZone lead from one to the other.
 */
final class TimeFunctions {
  static final List<NamedFunction> ALL =
      List.of(
          define(
              "now",
              "",
              "The moment at which the campaign started: the same in all its runs.",
              "now()",
              "2026-01-02T03:04:05Z",
              a -> a.scope().surroundings().now()),
          define(
                  "date",
                  "value, [pattern]",
                  "The date that a text spells, as 2024-12-31 or by a pattern, or the date of a"
                      + " date-time.",
                  "date('31/12/2024', 'dd/MM/yyyy')",
                  "2024-12-31",
                  TimeFunctions::date)
              .fixing(1, DateForms::problem),
          define(
                  "datetime",
                  "text, [pattern]",
                  "The date-time without zone that a text spells, as 2024-12-31T23:59:59 or by a"
                      + " pattern.",
                  "datetime('31.12.2024 23:59', 'dd.MM.yyyy HH:mm')",
                  "2024-12-31T23:59",
                  TimeFunctions::datetime)
              .fixing(1, DateForms::problem),
          define(
              "instant",
              "text",
              "The moment that a text spells with its offset.",
              "instant('2024-07-01T12:00:00+02:00')",
              "2024-07-01T10:00:00Z",
              TimeFunctions::instant),
          define(
                  "atZone",
                  "datetime, zone",
                  "The moment at which clocks in a zone show this date-time; the earlier one where they"
                      + " show it twice, rejected (BAD_VALUE) where they never do.",
                  "atZone(datetime('2024-07-01T12:00:00'), 'Europe/London')",
                  "2024-07-01T11:00:00Z",
                  a ->
                      Zones.moment(
                          a.as(0, LocalDateTime.class, "a date-time without zone"),
                          Zones.of(a.text(1)),
                          a.scope().fields()))
              .fixing(1, Zones::problem),
          define(
                  "toZone",
                  "moment, zone",
                  "What clocks in a zone show at a moment.",
                  "toZone(instant('2024-07-01T11:00:00Z'), 'Europe/London')",
                  "2024-07-01T12:00",
                  a ->
                      LocalDateTime.ofInstant(
                          a.as(0, Instant.class, "a moment"), Zones.of(a.text(1))))
              .fixing(1, Zones::problem),
          define(
              "epochSeconds",
              "moment",
              "The seconds from 1970 to a moment, without the fraction.",
              "epochSeconds(instant('1970-01-02T00:00:00Z'))",
              "86400",
              a -> a.as(0, Instant.class, "a moment").getEpochSecond()),
          define(
              "fromEpochSeconds",
              "number",
              "The moment so many seconds after 1970 began.",
              "fromEpochSeconds(86400)",
              "1970-01-02T00:00:00Z",
              a -> fromEpoch(a, 1)),
          define(
              "fromEpochMillis",
              "number",
              "The moment so many milliseconds after 1970 began.",
              "fromEpochMillis(86400000)",
              "1970-01-02T00:00:00Z",
              a -> fromEpoch(a, 1000)),
          define(
              "year",
              "date",
              "The year of a date or date-time.",
              "year(date('2024-12-31'))",
              "2024",
              a -> day(a).getYear()),
          define(
              "plusDays",
              "date, days",
              "The date so many days later.",
              "plusDays(date('2024-02-28'), 2)",
              "2024-03-01",
              a -> day(a).plusDays(a.count(1, -1_000_000, 1_000_000))));

  private TimeFunctions() {}

  private static Object date(Arguments arguments) throws RejectedValue {
    if (!(arguments.value(0) instanceof String)) {
      return day(arguments);
    }
    return parse(arguments, LocalDate::parse, DateTimeFormatter.ISO_LOCAL_DATE);
  }

  private static Object datetime(Arguments arguments) throws RejectedValue {
    return arguments.value(0) instanceof LocalDateTime datetime
        ? datetime
        : parse(arguments, LocalDateTime::parse, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  private static Object instant(Arguments arguments) throws RejectedValue {
    return arguments.value(0) instanceof Instant moment
        ? moment
        : parse(
            arguments,
            (text, form) -> form.parse(text, Instant::from),
            DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static Object fromEpoch(Arguments arguments, int unitsPerSecond) throws RejectedValue {
    try {
      long millis = Math.multiplyExact(arguments.number(0).longValueExact(), 1000 / unitsPerSecond);
      return Instant.ofEpochMilli(millis);
    } catch (ArithmeticException e) {
      throw arguments.unfit(0, "a whole number of seconds or milliseconds within all time");
    }
  }

  private static LocalDate day(Arguments arguments) throws RejectedValue {
    return arguments.value(0) instanceof LocalDateTime datetime
        ? datetime.toLocalDate()
        : arguments.as(0, LocalDate.class, "a date or a date-time without zone");
  }

  private static Object parse(Arguments arguments, Parser parser, DateTimeFormatter iso)
      throws RejectedValue {
    String text = arguments.text(0).strip();
    DateTimeFormatter form = arguments.has(1) ? DateForms.of(arguments.text(1)) : iso;
    try {
      return parser.parse(text, form);
    } catch (DateTimeParseException e) {
      String wanted = arguments.has(1) ? " by " + arguments.text(1) : "";
      throw new RejectedValue(
          Reason.BAD_VALUE, "not a date or time" + wanted + ": " + Texts.shown(text));
    } catch (DateTimeException e) {
      throw new RejectedValue(Reason.BAD_VALUE, "not a date or time: " + Texts.shown(text));
    }
  }

  /** Reads one kind of date. */
  private interface Parser {
    Object parse(String text, DateTimeFormatter form);
  }
}
