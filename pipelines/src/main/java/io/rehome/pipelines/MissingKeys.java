package io.rehome.pipelines;

import io.rehome.io.HeldKey;
import io.rehome.io.Met;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import io.rehome.pipelines.KeyDigest.Suspects;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects the records of one entity that the target lacks: those that it confirmed and holds no
 * more, and those of the source that it never confirmed. What is missing because it is rejected, or
 * left out, is counted apart.
 */
final class MissingKeys {
  private static final int AT_ONCE = 1000;

  /** Stands for a bucket: of the keys that agree, which do not meet. */
  private static final int AGREED = Integer.MAX_VALUE;

  /** What stands in the books apart from what is loaded. */
  private static final Set<Outcome> APART =
      Set.of(Outcome.UNCHANGED, Outcome.REJECTED, Outcome.SKIPPED, Outcome.MERGED);

  private final Parts parts;
  private final Scan scan;
  private final Stretch stretch;

  MissingKeys(Parts parts, Scan scan, Stretch stretch) {
    this.parts = parts;
    this.scan = scan;
    this.stretch = stretch;
  }

  void find(Neighbours neighbours) {
    new PlanRanges(parts).plan(stretch);
    parts.rounds().step(() -> selections().forgetMet(scan, stretch.entity()));
    List<KeyRange> ranges = parts.rounds().ask(() -> selections().ranges(scan, stretch.entity()));
    KeyMeetings meetings = new KeyMeetings(parts, stretch);
    KeyLook look = meetings.look(ranges, this::counted);
    VanishedRows vanished = vanished();
    parts.rounds().step(() -> vanished.select(look.lacking()));
    meetings.ofTargetKeys(look.inTarget(), VanishedRows::note, inTarget(vanished, neighbours));
    Suspects suspects = look.inSource();
    Met agreed = agreed(suspects, look.counts());
    parts.rounds().step(() -> selections().met(scan, stretch.entity(), AGREED, agreed));
    meetings.ofSourceKeys(suspects, ranges, MissingKeys::standing, inSource());
  }

  private Optional<Outcome> counted(HeldKey held) {
    return isWanted(held.source().text())
        ? Optional.of(held.outcome() == Outcome.SKIPPED ? Outcome.SKIPPED : standingOf(held))
        : Optional.empty();
  }

  private boolean isWanted(String key) {
    return parts.request().keys().isEmpty() || parts.request().keys().contains(key);
  }

  /** Those whose row vanished from the target counted as there, and enter. */
  private Met agreed(Suspects suspects, CellCounts counts) {
    Map<Outcome, Long> agreed = counts.outside(suspects);
    agreed.computeIfPresent(Outcome.UNCHANGED, (any, count) -> count - vanishedOutside(suspects));
    return new Met(agreed, Map.of());
  }

  private long vanishedOutside(Suspects suspects) {
    KeySlices.Question waiting =
        (last, limit) ->
            parts.rounds().ask(() -> selections().waiting(scan, stretch.entity(), last, limit));
    long vanished = 0;
    for (List<SourceKey> some : new KeySlices(waiting, AT_ONCE)) {
      vanished += some.stream().filter(key -> !suspects.holds(key.hash64())).count();
    }
    return vanished;
  }

  private Selections selections() {
    return parts.workplace().selections();
  }

  private VanishedRows vanished() {
    return new VanishedRows(
        parts.workplace(),
        stretch,
        parts.plan().entity(stretch.entity()).shape(),
        scan,
        Set.copyOf(parts.request().keys()));
  }

  private Meeting inTarget(VanishedRows vanished, Neighbours neighbours) {
    Workplace workplace = parts.workplace();
    Stretch here = stretch;
    Scan kept = scan;
    boolean answers = parts.request().keys().isEmpty() && neighbours == Neighbours.NONE_BEFORE;
    return (bucket, held, found) -> {
      vanished.select(held, found);
      if (answers) {
        new UnexpectedRows(workplace, here).keep(kept, UnexpectedRows.unknown(held, found));
      }
    };
  }

  private Meeting inSource() {
    Workplace workplace = parts.workplace();
    String entity = stretch.entity();
    Scan kept = scan;
    Set<String> wanted = Set.copyOf(parts.request().keys());
    return (bucket, read, known) -> {
      if (!wanted.isEmpty()) {
        read.keySet().retainAll(wanted);
      }
      Met met = met(read, known);
      Patience.with(() -> workplace.selections().met(kept, entity, bucket, met));
    };
  }

  /** What stands for a source key: its outcome, or that the target holds it. */
  private static String standing(HeldKey held) {
    return standingOf(held).name();
  }

  private static Outcome standingOf(HeldKey held) {
    boolean isPresent = held.target().isPresent() && held.outcome() != Outcome.PENDING;
    return isPresent ? Outcome.UNCHANGED : held.outcome();
  }

  private static Met met(Map<String, String> read, Map<String, String> known) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    Map<SourceKey, Long> entering = new HashMap<>();
    read.forEach(
        (key, note) -> {
          Outcome outcome = outcome(note, known.get(key));
          if (APART.contains(outcome)) {
            counts.merge(outcome, 1L, Long::sum);
          } else {
            entering.put(new SourceKey(key), PackSourceKeys.range(note));
          }
        });
    return new Met(counts, entering);
  }

  /** What the store never saw enters, also where it will be skipped: its children ask for it. */
  private static Outcome outcome(String note, @Nullable String standing) {
    if (standing == null) {
      return Outcome.PENDING;
    }
    if (PackSourceKeys.isLeftOut(note)) {
      return Outcome.SKIPPED;
    }
    return standing.equals(Outcome.SKIPPED.name()) ? Outcome.PENDING : Outcome.valueOf(standing);
  }
}
