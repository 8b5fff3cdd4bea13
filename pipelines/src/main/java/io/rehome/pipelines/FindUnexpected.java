package io.rehome.pipelines;

import io.rehome.io.Difference;
import io.rehome.io.Difference.Cause;
import io.rehome.io.HeldKey;
import io.rehome.io.Scan;
import io.rehome.io.Verifications;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.TargetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of the target that no record accounts for: those that the store does not know, and
 * those whose record the source has no more though nobody left them there with intent. A table that
 * several entities write is looked at for the first of them.
 */
final class FindUnexpected {
  private final Parts parts;
  private final Scan scan;

  FindUnexpected(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  void find(List<Stretch> stretches) {
    for (Stretch stretch : stretches) {
      String entity = stretch.entity();
      if (!parts.rounds().ask(() -> verifications().areKeysCompared(scan, entity))) {
        parts.progress().phase("looking for unexpected rows of " + entity);
        parts.rounds().step(() -> verifications().forgetUnexpected(scan, entity));
        find(stretch, Neighbours.of(parts, stretches, stretch));
        parts.rounds().step(() -> verifications().keysCompared(scan, entity));
      }
    }
  }

  private void find(Stretch stretch, Neighbours neighbours) {
    KeyMeetings meetings = new KeyMeetings(parts, stretch);
    List<KeyRange> ranges = meetings.ranges();
    KeyLook look = meetings.look(ranges, held -> Optional.empty());
    if (neighbours == Neighbours.NONE_BEFORE) {
      meetings.ofTargetKeys(look.inTarget(), held -> "", unknown(stretch));
    }
    meetings.ofSourceKeys(look.inSource(), ranges, FindUnexpected::targetOfLive, stale(stretch));
  }

  private Meeting unknown(Stretch stretch) {
    Workplace workplace = parts.workplace();
    Scan kept = scan;
    return (bucket, held, found) ->
        new UnexpectedRows(workplace, stretch).keep(kept, UnexpectedRows.unknown(held, found));
  }

  private Meeting stale(Stretch stretch) {
    Workplace workplace = parts.workplace();
    Scan kept = scan;
    return (bucket, read, held) ->
        new UnexpectedRows(workplace, stretch).keep(kept, stale(read, held));
  }

  private static List<Difference> stale(Map<String, String> read, Map<String, String> held) {
    List<Difference> stale = new ArrayList<>();
    held.forEach(
        (key, target) -> {
          if (!target.isEmpty() && isWithoutRow(read.get(key))) {
            stale.add(UnexpectedRows.unexpected(Optional.of(key), target, Cause.SOURCE));
          }
        });
    return stale;
  }

  private static boolean isWithoutRow(@Nullable String note) {
    return note == null || PackSourceKeys.isLeftOut(note);
  }

  /** The target key of a record whose row was not left there with intent, else nothing. */
  private static String targetOfLive(HeldKey held) {
    return held.outcome() == Outcome.GONE || held.outcome() == Outcome.SKIPPED
        ? ""
        : held.target().map(TargetKey::text).orElse("");
  }

  private Verifications verifications() {
    return parts.workplace().verifications();
  }
}
