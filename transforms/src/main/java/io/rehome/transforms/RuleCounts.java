package io.rehome.transforms;

import io.rehome.model.RuleUse;
import io.rehome.model.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the uses of each rule over the records of a page. Not for several threads. */
final class RuleCounts implements Witness {
  private final Map<String, Map<String, Count>> counts = new HashMap<>();

  @Override
  public void filled(Stage stage, String field, String rule, @Nullable Object value) {
    used(field, rule);
  }

  @Override
  public void used(String field, String rule) {
    counts
        .computeIfAbsent(field, any -> new HashMap<>())
        .computeIfAbsent(rule, any -> new Count())
        .uses++;
  }

  List<RuleUse> uses() {
    List<RuleUse> uses = new ArrayList<>();
    counts.forEach(
        (field, rules) ->
            rules.forEach((rule, count) -> uses.add(new RuleUse(field, rule, count.uses))));
    return uses;
  }

  private static final class Count {
    long uses;
  }
}
