package io.rehome.pipelines;

import io.rehome.model.Stage;
import io.rehome.transforms.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes down each step of one record. */
final class StepWitness implements Witness {
  private final List<Walk.Step> filled = new ArrayList<>();
  private final Map<String, List<String>> used = new TreeMap<>();

  @Override
  public void filled(Stage stage, String field, String rule, @Nullable Object value) {
    filled.add(new Walk.Step(stage, field, rule, ValueText.of(value), List.of()));
  }

  @Override
  public void used(String field, String rule) {
    used.computeIfAbsent(field, any -> new ArrayList<>()).add(rule);
  }

  /** The steps in their order, each with the named rules that its field used. */
  List<Walk.Step> steps() {
    return filled.stream().map(this::withUses).toList();
  }

  private Walk.Step withUses(Walk.Step step) {
    List<String> uses = used.getOrDefault(step.field(), List.of());
    return new Walk.Step(step.stage(), step.field(), step.rule(), step.value(), uses);
  }
}
