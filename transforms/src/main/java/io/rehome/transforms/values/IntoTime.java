package io.rehome.transforms.values;

import io.rehome.model.RejectedValue;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Into {@code time}: a time of day, not a duration. */
record IntoTime(Precision precision) implements IntoType {
  private static final Pattern DURATION =
      Pattern.compile("-?[0-9]{2,}:[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?");

  @Override
  public Object convert(Object value, Consumer<String> used) throws RejectedValue {
    LocalTime time = time(value);
    precision.check(time, value);
    return time;
  }

  private static LocalTime time(Object value) throws RejectedValue {
    if (value instanceof LocalTime time) {
      return time;
    } else if (value instanceof String text) {
      return parse(text);
    }
    throw Refusal.badValue(value, "no time of day");
  }

  private static LocalTime parse(String text) throws RejectedValue {
    try {
      return WrittenMoment.time(text);
    } catch (DateTimeException e) {
      throw DURATION.matcher(text).matches()
          ? Refusal.outOfRange(text, "beyond a day: a duration, no time of day")
          : Refusal.badValue(text, "no time of day");
    }
  }
}
