package io.rehome.cli;

import com.google.common.hash.Hashing;
import io.rehome.io.Accounts;
import io.rehome.io.RejectedRecord;
import io.rehome.io.RunEntry;
import io.rehome.model.Outcome;
import io.rehome.testdata.demo.ExpectedEntity;
import io.rehome.testdata.demo.ExpectedOutcome;
import io.rehome.testdata.demo.ExpectedRejections;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds what the store says of the campaign against what must come out of the demo: the number of
 * each outcome, and of the rejected records each key.
 */
final class DemoOutcome {
  private static final int RUNS = 1000;
  private final Map<String, Map<Outcome, Long>> totals;
  private final Map<String, SortedSet<String>> rejected = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  private DemoOutcome(Accounts accounts) {
    this.totals = accounts.totals();
    for (RunEntry run : accounts.runs(RUNS)) {
      accounts.rejected(run.run(), this::add);
    }
  }

  /** What differs, one line each; nothing where all is as expected. */
  static List<String> differences(ExpectedOutcome expected, Accounts accounts) {
    DemoOutcome found = new DemoOutcome(accounts);
    expected.entities().forEach(found::compare);
    found.rejected.forEach(
        (group, keys) -> found.compare(group + ", which none should be", 0, keys.size()));
    return List.copyOf(found.differences);
  }

  private void add(RejectedRecord record) {
    String group =
        group(
            record.entity(),
            record.rejection().stage().name(),
            record.rejection().reason().name(),
            record.rejection().column());
    rejected.computeIfAbsent(group, any -> new TreeSet<>()).add(record.sourceKey());
  }

  private void compare(ExpectedEntity entity) {
    Map<Outcome, Long> counts = totals.getOrDefault(entity.entity(), Map.of());
    compare(entity.entity() + " loaded", entity.loaded(), count(counts, Outcome.LOADED));
    compare(entity.entity() + " skipped", entity.skipped(), count(counts, Outcome.SKIPPED));
    compare(entity.entity() + " pending", 0, count(counts, Outcome.PENDING));
    entity.rejections().forEach(group -> compare(entity.entity(), group));
  }

  private void compare(String entity, ExpectedRejections wanted) {
    String group = group(entity, wanted.stage(), wanted.reason(), wanted.column());
    SortedSet<String> found = rejected.getOrDefault(group, new TreeSet<>());
    rejected.remove(group);
    compare(group, wanted.count(), found.size());
    boolean sameNumber = wanted.count() == found.size();
    if (sameNumber && !wanted.sha256().isEmpty() && !wanted.sha256().equals(sha256(found))) {
      differences.add(group + ": as many as expected, but other records");
    }
  }

  private void compare(String what, long expected, long found) {
    if (expected != found) {
      differences.add("%s: expected %,d, found %,d".formatted(what, expected, found));
    }
  }

  private static long count(Map<Outcome, Long> counts, Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  private static String sha256(SortedSet<String> keys) {
    return Hashing.sha256().hashString(String.join("\n", keys), StandardCharsets.UTF_8).toString();
  }

  private static String group(String entity, String stage, String reason, String column) {
    return "%s rejected: %s %s %s".formatted(entity, stage, reason, column).strip();
  }
}
