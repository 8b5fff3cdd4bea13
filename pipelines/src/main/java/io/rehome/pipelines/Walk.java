package io.rehome.pipelines;

import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.Stage;
import io.rehome.model.Turn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every step of one record through its plan. Values are told as text.
 *
 * @param outcome what NORMAL would make of it: PENDING where it would be loaded
 * @param skippedBy the rule that leaves it out
 * @param document what would be written; empty where it is rejected or skipped
 */
public record Walk(
    String entity,
    String key,
    List<Cell> source,
    List<Step> steps,
    List<ParentStep> parents,
    Outcome outcome,
    Optional<String> skippedBy,
    Optional<Refusal> rejection,
    List<Cell> document) {

  public Walk {
    source = List.copyOf(source);
    steps = List.copyOf(steps);
    parents = List.copyOf(parents);
    document = List.copyOf(document);
  }

  /** A column with its type as declared and its value; null for NULL. */
  public record Cell(String column, String type, @Nullable String value) {}

  /**
   * A rule that filled a field.
   *
   * @param used named rules that were used within it
   */
  public record Step(
      Stage stage, String field, String rule, @Nullable String value, List<String> used) {
    public Step {
      used = List.copyOf(used);
    }
  }

  /**
   * A parent that a field names.
   *
   * @param state what the store knows of it
   */
  public record ParentStep(String field, String entity, String key, String state) {}

  /** Why it would be rejected. */
  public record Refusal(Stage stage, Reason reason, String column, String message, Turn turn) {}
}
