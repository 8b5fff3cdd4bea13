package io.rehome.cli;

import io.rehome.io.Accounts;
import io.rehome.io.RejectionGroup;
import io.rehome.model.Outcome;
import io.rehome.testdata.demo.ExpectedEntity;
import io.rehome.testdata.demo.ExpectedOutcome;
import io.rehome.testdata.demo.ExpectedRejections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the store says of the campaign against what must come out of the demo. */
final class DemoOutcome {
  private DemoOutcome() {}

  /** What differs, one line each; nothing where all is as expected. */
  static List<String> differences(ExpectedOutcome expected, Accounts accounts) {
    Map<String, Long> wanted = wanted(expected);
    Map<String, Long> found = found(accounts);
    List<String> differences = new ArrayList<>();
    wanted.forEach(
        (what, count) -> {
          long actual = found.getOrDefault(what, 0L);
          if (actual != count) {
            differences.add("%s: expected %,d, found %,d".formatted(what, count, actual));
          }
        });
    found.forEach(
        (what, count) -> {
          if (!wanted.containsKey(what) && count > 0) {
            differences.add("%s: expected none, found %,d".formatted(what, count));
          }
        });
    return differences;
  }

  private static Map<String, Long> wanted(ExpectedOutcome expected) {
    Map<String, Long> wanted = new LinkedHashMap<>();
    for (ExpectedEntity entity : expected.entities()) {
      wanted.put(entity.entity() + " LOADED", entity.loaded());
      wanted.put(entity.entity() + " SKIPPED", entity.skipped());
      for (ExpectedRejections group : entity.rejections()) {
        String name = name(entity.entity(), group.stage(), group.reason(), group.column());
        wanted.put(name, group.count());
      }
    }
    return wanted;
  }

  private static Map<String, Long> found(Accounts accounts) {
    Map<String, Long> found = new TreeMap<>();
    accounts
        .totals()
        .forEach(
            (entity, counts) ->
                counts.forEach((outcome, count) -> put(found, entity, outcome, count)));
    for (RejectionGroup group : accounts.openRejections(0)) {
      found.put(
          name(group.entity(), group.stage().name(), group.reason().name(), group.column()),
          group.count());
    }
    return found;
  }

  /** Rejections are compared group by group. */
  private static void put(Map<String, Long> found, String entity, Outcome outcome, long count) {
    if (outcome != Outcome.REJECTED) {
      found.put(entity + " " + outcome, count);
    }
  }

  private static String name(String entity, String stage, String reason, String column) {
    return "%s REJECTED %s %s %s".formatted(entity, stage, reason, column).strip();
  }
}
