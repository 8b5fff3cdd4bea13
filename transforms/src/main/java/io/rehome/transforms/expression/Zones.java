package io.rehome.transforms.expression;

import io.rehome.model.Fields;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** From a date-time without zone to a moment. */
public final class Zones {
  private static final Map<String, ZoneId> KNOWN = new ConcurrentHashMap<>();

  /** The rule that is counted where a clock was set back and the earlier moment is taken. */
  public static final String OVERLAP = "earlier offset of an overlap";

  private Zones() {}

  /**
   * The moment at which clocks in the zone show this. Where they show it twice it is the earlier
   * one, and {@value #OVERLAP} is counted.
   *
   * @throws RejectedValue where they never show it: BAD_VALUE
   */
  public static Instant moment(LocalDateTime shown, ZoneId zone, Fields record)
      throws RejectedValue {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
    if (offsets.isEmpty()) {
      throw new RejectedValue(
          Reason.BAD_VALUE, shown + " does not exist in " + zone + ": clocks were set forward");
    }
    if (offsets.size() > 1) {
      record.used(OVERLAP);
    }
    return shown.toInstant(offsets.get(0));
  }

  static ZoneId of(String name) {
    return KNOWN.computeIfAbsent(name, ZoneId::of);
  }

  static Optional<String> problem(String name) {
    try {
      of(name);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("unknown time zone \"" + name + "\"");
    }
  }
}
