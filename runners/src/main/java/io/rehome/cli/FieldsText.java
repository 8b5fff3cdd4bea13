package io.rehome.cli;

import static java.util.stream.Collectors.toMap;

import io.rehome.cli.TextTable.Side;
import io.rehome.pipelines.Walk;
import io.rehome.pipelines.Walk.Cell;
import io.rehome.report.StoryReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of a record side by side: what the target holds, what the latest attempt made, and the
 * rule. A side that would say nothing new is left out.
 */
final class FieldsText {
  private final StoryReport story;
  private final List<String> heads = new ArrayList<>(List.of("field"));
  private final List<Map<String, String>> columns = new ArrayList<>();

  private FieldsText(StoryReport story) {
    this.story = story;
  }

  static List<String> lines(StoryReport story) {
    return new FieldsText(story).all();
  }

  private List<String> all() {
    boolean differs = !story.document().equals(story.confirmed());
    if (!story.confirmed().isEmpty()) {
      column("in the target", values(story.confirmed()));
    }
    if (!story.document().isEmpty() && differs) {
      column("latest attempt", values(story.document()));
    }
    if (story.document().isEmpty() && story.now().isPresent()) {
      column("the rules give", given());
    }
    if (story.now().isPresent()) {
      column("rule", rules());
    }
    return columns.isEmpty() ? List.of() : table().lines();
  }

  private void column(String head, Map<String, String> values) {
    heads.add(head);
    columns.add(values);
  }

  private TextTable table() {
    Side[] sides = new Side[heads.size()];
    Arrays.fill(sides, Side.LEFT);
    TextTable table = new TextTable(sides).row(heads.toArray(String[]::new));
    for (String field : fields()) {
      Stream<String> values = columns.stream().map(column -> column.getOrDefault(field, ""));
      table.row(Stream.concat(Stream.of(field), values).toArray(String[]::new));
    }
    return table;
  }

  private Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>();
    Stream.of(story.confirmed(), story.document())
        .forEach(cells -> cells.forEach(cell -> fields.add(cell.column())));
    steps().forEach(step -> fields.add(step.field()));
    return fields;
  }

  private List<Walk.Step> steps() {
    return story.now().map(Walk::steps).orElse(List.of());
  }

  private static Map<String, String> values(List<Cell> cells) {
    Map<String, String> values = new HashMap<>();
    cells.forEach(cell -> values.put(cell.column(), WalkText.shown(cell.value())));
    return values;
  }

  private Map<String, String> given() {
    Map<String, String> values = new HashMap<>();
    steps().forEach(step -> values.put(step.field(), WalkText.shown(step.value())));
    return values;
  }

  private Map<String, String> rules() {
    return steps().stream()
        .collect(toMap(Walk.Step::field, FieldsText::rule, (first, second) -> second));
  }

  private static String rule(Walk.Step step) {
    return step.used().isEmpty()
        ? step.rule()
        : step.rule() + " (" + String.join(", ", step.used()) + ")";
  }
}
