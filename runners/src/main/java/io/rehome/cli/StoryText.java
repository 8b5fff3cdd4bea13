package io.rehome.cli;

import static io.rehome.cli.TextTable.Side.LEFT;
import static io.rehome.cli.TextTable.Side.RIGHT;

import io.rehome.io.Story;
import io.rehome.pipelines.Walk;
import io.rehome.pipelines.Walk.Cell;
import io.rehome.report.Causes;
import io.rehome.report.DifferenceReport;
import io.rehome.report.Figures;
import io.rehome.report.StoryReport;
import io.rehome.report.StoryReport.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One record's whole story for a terminal. */
final class StoryText {
  private final StoryReport story;
  private final List<String> lines = new ArrayList<>();

  private StoryText(StoryReport story) {
    this.story = story;
  }

  static List<String> lines(StoryReport story) {
    return new StoryText(story).all();
  }

  private List<String> all() {
    lines.add("%s/%s  %s%s".formatted(story.entity(), story.key(), story.outcome(), turn()));
    lines.add(inTheTarget());
    part("Source row", source());
    part(fieldsTitle(), FieldsText.lines(story));
    part("Attempts", attempts().lines());
    part("Last verification", differences());
    part("Corrections", CorrectionsText.lines(story.corrections()));
    part("Parents", parents().lines());
    part("Waiting for it", waiting().lines());
    lines.add("");
    lines.addAll(story.remarks());
    story.range().ifPresent(range -> lines.add(said(range)));
    story.now().ifPresent(now -> lines.add("Now: " + WalkText.verdict(now)));
    return lines;
  }

  private String turn() {
    return story.latest().turn().map(turn -> ", the turn of the " + word(turn)).orElse("");
  }

  private void part(String title, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(title);
      content.forEach(line -> lines.add("  " + line));
    }
  }

  private String inTheTarget() {
    return story
        .confirmedAt()
        .map(
            at ->
                "in the target as "
                    + story.targetKey().orElse("")
                    + ", since "
                    + Figures.moment(at))
        .orElse("not in the target");
  }

  private List<String> source() {
    if (story.source().isEmpty()) {
      return List.of("not kept (keep: fingerprints); ./rehome map reads it from the source");
    }
    TextTable table = new TextTable(LEFT, LEFT, LEFT);
    for (Cell cell : story.source()) {
      table.row(cell.column(), WalkText.shown(cell.value()), cell.type());
    }
    return table.lines();
  }

  private String fieldsTitle() {
    int made = story.planVersion();
    String now = story.planNow().map(version -> "version " + version).orElse("not run yet");
    return story.planNow().filter(version -> version == made).isPresent()
        ? "Fields, by plan version " + made
        : "Fields: the latest attempt by plan version %d, rules by today's (%s)"
            .formatted(made, now);
  }

  private TextTable attempts() {
    TextTable table = new TextTable(RIGHT, LEFT, LEFT, LEFT, LEFT, LEFT);
    for (Attempt attempt : story.attempts()) {
      table.row(
          String.valueOf(attempt.number()),
          attempt.outcome().name(),
          Figures.moment(attempt.at()),
          attempt.run(),
          "plan " + attempt.planVersion(),
          said(attempt));
    }
    return table;
  }

  private static String said(Attempt attempt) {
    return attempt
        .reason()
        .map(
            reason ->
                "%s (%s) %s: %s"
                    .formatted(
                        reason,
                        attempt.stage().map(StoryText::word).orElse(""),
                        attempt.column().orElse(""),
                        attempt.message().orElse("")))
        .or(() -> attempt.skippedBy().map("by "::concat))
        .or(() -> attempt.targetKey().map("as "::concat))
        .orElse("");
  }

  private List<String> differences() {
    List<String> found = new ArrayList<>();
    for (StoryReport.Seen seen : story.differences()) {
      DifferenceReport difference = seen.difference();
      found.add(
          "%s: %s  %s  %s"
              .formatted(
                  word(difference.kind()),
                  Causes.of(difference.cause()),
                  Figures.moment(seen.at()),
                  seen.run().orElse(""))
              .strip());
      found.addAll(fields(difference).lines().stream().map("  "::concat).toList());
    }
    return found;
  }

  private static TextTable fields(DifferenceReport difference) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT);
    difference
        .fields()
        .forEach(
            field ->
                table.row(
                    field.column(),
                    "expected " + quoted(field.expected()),
                    "found " + quoted(field.found())));
    return table;
  }

  private static String quoted(Optional<String> value) {
    return value.map(text -> "'" + text + "'").orElse("NULL");
  }

  private TextTable parents() {
    TextTable table = new TextTable(LEFT, LEFT, LEFT);
    List<Walk.ParentStep> parents = story.now().map(Walk::parents).orElse(List.of());
    parents.forEach(
        parent -> table.row(parent.field(), parent.entity() + "/" + parent.key(), parent.state()));
    if (parents.isEmpty()) {
      story.waitsFor().forEach(wait -> table.row(wait.field(), named(wait), word(wait.presence())));
    }
    return table;
  }

  private static String named(Story.Wait wait) {
    return wait.entity() + "/" + wait.key();
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private TextTable waiting() {
    TextTable table = new TextTable(RIGHT, LEFT, LEFT);
    for (Story.Waiting some : story.waiting()) {
      String more = some.count() > some.sample().size() ? " …" : "";
      table.row(
          Figures.count(some.count()),
          some.entity(),
          some.sample().stream().collect(Collectors.joining(", ", "", more)));
    }
    return table;
  }

  private static String said(Story.Range range) {
    return "Key range %d (%s): %s"
        .formatted(
            range.id(),
            range.state().toLowerCase(Locale.ROOT),
            range.low().map("above "::concat).orElse("from the beginning")
                + range.high().map(" to "::concat).orElse(" to the end"));
  }
}
