package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.io.Difference;
import io.rehome.io.Difference.Cause;
import io.rehome.io.Difference.Kind;
import io.rehome.io.Holding;
import io.rehome.io.Scan;
import io.rehome.model.DocumentShape;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.TargetKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at target rows that seem to be nobody's: others write while keys are read. */
final class UnexpectedRows {
  private static final int AT_ONCE = 1000;

  /** What a record is whose row was left in the target with intent. */
  private static final Set<Outcome> LEFT = Set.of(Outcome.GONE, Outcome.SKIPPED);

  private final Workplace workplace;
  private final Stretch stretch;
  private final DocumentShape shape;

  UnexpectedRows(Workplace workplace, Stretch stretch) {
    this.workplace = workplace;
    this.stretch = stretch;
    this.shape = workplace.rules().rules(stretch.entity()).shape();
  }

  /** The rows that the target holds and no record. */
  static List<Difference> unknown(Map<String, String> held, Map<String, String> found) {
    return found.keySet().stream()
        .filter(key -> !held.containsKey(key))
        .map(key -> unexpected(Optional.empty(), key, Cause.UNKNOWN))
        .toList();
  }

  static Difference unexpected(Optional<String> source, String target, Cause cause) {
    return new Difference(Kind.UNEXPECTED, source, Optional.of(target), cause, List.of());
  }

  /** Keeps those that a second look confirms. */
  void keep(Scan scan, List<Difference> suspects) {
    for (List<Difference> some : Lists.partition(suspects, AT_ONCE)) {
      Set<Difference> there = Patience.of(() -> stillThere(some));
      Patience.with(
          () -> workplace.verifications().unexpected(scan, stretch.entity(), List.copyOf(there)));
    }
  }

  /** Those of them that are in the target, and that neither a record nor the source claims. */
  Set<Difference> stillThere(List<Difference> differences) {
    List<Difference> unexpected =
        differences.stream().filter(it -> it.kind() == Kind.UNEXPECTED).toList();
    if (unexpected.isEmpty()) {
      return Set.of();
    }
    Set<TargetKey> present =
        workplace.target().reading().fetch(shape, targets(unexpected)).keySet();
    Set<Difference> there = new HashSet<>(unexpected);
    there.removeIf(it -> !present.contains(target(it)));
    there.removeAll(claimedByRecords(there));
    there.removeAll(claimedBySource(there));
    return there;
  }

  private static List<TargetKey> targets(List<Difference> differences) {
    return differences.stream().map(UnexpectedRows::target).toList();
  }

  private static TargetKey target(Difference difference) {
    return new TargetKey(difference.target().orElse(""));
  }

  /** Of those of which no record was known. */
  private Set<Difference> claimedByRecords(Set<Difference> differences) {
    List<Difference> nobodys = differences.stream().filter(it -> it.source().isEmpty()).toList();
    Set<TargetKey> taken =
        nobodys.isEmpty()
            ? Set.of()
            : workplace.holdings().taken(stretch.entity(), targets(nobodys));
    return nobodys.stream().filter(it -> taken.contains(target(it))).collect(Collectors.toSet());
  }

  /** Of those whose record the source did not have. */
  private Set<Difference> claimedBySource(Set<Difference> differences) {
    List<Difference> stale = differences.stream().filter(it -> it.source().isPresent()).toList();
    List<SourceKey> keys = stale.stream().map(UnexpectedRows::source).toList();
    if (keys.isEmpty()) {
      return Set.of();
    }
    Set<SourceKey> chosen = chosen(keys);
    Map<SourceKey, Holding> holdings = workplace.holdings().of(stretch.entity(), shape, keys);
    return stale.stream()
        .filter(it -> chosen.contains(source(it)) || isLeft(holdings.get(source(it))))
        .collect(Collectors.toSet());
  }

  private Set<SourceKey> chosen(List<SourceKey> keys) {
    return stretch.source().isKeyless()
        ? Set.of()
        : workplace.source().fetch(stretch.source(), keys).stream()
            .filter(SourceRow::chosen)
            .map(SourceRow::key)
            .collect(Collectors.toSet());
  }

  private static SourceKey source(Difference difference) {
    return new SourceKey(difference.source().orElse(""));
  }

  private static boolean isLeft(@Nullable Holding holding) {
    return holding == null || LEFT.contains(holding.outcome());
  }
}
