package io.rehome.pipelines;

import io.rehome.io.Compared;
import io.rehome.io.Remembered;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Compares the rows of one key range with what the store remembers of it. All of the range's rows
 * must be there: a record without a row counts as gone.
 */
final class CompareRange {
  private final Map<SourceKey, Remembered> remembered = new HashMap<>();
  private final Function<List<SourceKey>, List<Remembered>> elsewhere;
  private final Predicate<Fingerprint> met;

  /** A comparison with all of the range's records. */
  CompareRange(
      Collection<Remembered> ofRange, Function<List<SourceKey>, List<Remembered>> elsewhere) {
    this(ofRange, elsewhere, any -> false);
  }

  /**
   * A comparison with these records.
   *
   * @param elsewhere finds other records that the store has
   * @param met whether a row came that is as the record with this fingerprint says: it speaks for
   *     others with the same key
   */
  CompareRange(
      Collection<Remembered> ofRange,
      Function<List<SourceKey>, List<Remembered>> elsewhere,
      Predicate<Fingerprint> met) {
    this.elsewhere = elsewhere;
    this.met = met;
    ofRange.forEach(record -> remembered.put(record.key(), record));
  }

  /** What becomes of a row, the best first: of rows with one key the best one speaks for all. */
  private enum Verdict {
    UNCHANGED,
    EXCLUDED,
    ENTERS
  }

  Compared with(List<RowState> rows) {
    List<SourceKey> strays = findStrays(rows);
    Map<SourceKey, Verdict> verdicts = new LinkedHashMap<>();
    rows.forEach(row -> verdicts.merge(row.key(), verdict(row), CompareRange::better));
    Map<Verdict, List<SourceKey>> keys = new EnumMap<>(Verdict.class);
    verdicts.forEach((key, verdict) -> of(verdict, keys).add(key));
    return new Compared(
        rows.size(),
        unchanged(rows, keys),
        0,
        0,
        0,
        of(Verdict.ENTERS, keys),
        of(Verdict.EXCLUDED, keys),
        absent(verdicts),
        strays);
  }

  private static long unchanged(List<RowState> rows, Map<Verdict, List<SourceKey>> keys) {
    return (long) rows.size() - of(Verdict.ENTERS, keys).size() - of(Verdict.EXCLUDED, keys).size();
  }

  private static List<SourceKey> of(Verdict verdict, Map<Verdict, List<SourceKey>> keys) {
    return keys.computeIfAbsent(verdict, any -> new ArrayList<>());
  }

  private static Verdict better(Verdict one, Verdict other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private List<SourceKey> findStrays(List<RowState> rows) {
    List<SourceKey> unknown =
        rows.stream().map(RowState::key).filter(key -> !remembered.containsKey(key)).toList();
    List<Remembered> found = unknown.isEmpty() ? List.of() : elsewhere.apply(unknown);
    found.forEach(record -> remembered.put(record.key(), record));
    return found.stream()
        .filter(record -> !met.test(record.source()))
        .map(Remembered::key)
        .toList();
  }

  private Verdict verdict(RowState row) {
    Remembered before = remembered.get(row.key());
    if (before == null) {
      return Verdict.ENTERS;
    }
    if (met.test(before.source())) {
      return Verdict.UNCHANGED;
    }
    if (!row.chosen() && before.outcome() == Outcome.GONE) {
      return Verdict.UNCHANGED;
    }
    if (!row.chosen() && before.mayBeThere()) {
      return Verdict.EXCLUDED;
    }
    return isSettled(before) && isEqual(row, before) ? Verdict.UNCHANGED : Verdict.ENTERS;
  }

  private static boolean isSettled(Remembered before) {
    return before.outcome() != Outcome.PENDING && before.outcome() != Outcome.GONE;
  }

  private static boolean isEqual(RowState row, Remembered before) {
    return before.chosen() == row.chosen() && before.source().equals(row.source());
  }

  private List<SourceKey> absent(Map<SourceKey, Verdict> met) {
    return remembered.values().stream()
        .filter(record -> record.outcome() != Outcome.GONE)
        .map(Remembered::key)
        .filter(key -> !met.containsKey(key))
        .sorted()
        .toList();
  }
}
