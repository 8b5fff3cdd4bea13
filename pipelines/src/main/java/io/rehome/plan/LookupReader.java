package io.rehome.plan;

import io.rehome.plan.shape.PlanShape;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the lookups of a plan. */
final class LookupReader {
  private final @Nullable Path folder;
  private final Problems problems;

  LookupReader(@Nullable Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  Optional<LookupPlan> read(String name, YamlNode node) {
    Section section = Section.of(node, PlanShape.Lookup.class, problems);
    for (String later : List.of("http", "cache", "rate")) {
      if (section.has(later)) {
        section.problem(later, "HTTP lookups are not yet supported", "");
      }
    }
    return section.has("http") ? Optional.empty() : local(name, section);
  }

  private Optional<LookupPlan> local(String name, Section section) {
    if (section.has("csv") == section.has("table")) {
      problems.add(section.where(), "one of csv and table is needed");
      return Optional.empty();
    }
    if (!section.has("key")) {
      problems.add(section.where(), "the key \"key\" is missing");
    }
    String key = section.text("key");
    return Optional.of(
        section.has("csv")
            ? new LookupPlan.Csv(name, file(section), key)
            : new LookupPlan.Table(name, section.text("table"), key));
  }

  private String file(Section section) {
    String csv = section.text("csv");
    try {
      return folder == null ? csv : folder.resolve(csv).normalize().toString();
    } catch (InvalidPathException e) {
      section.problem("csv", "is no path", "");
      return csv;
    }
  }
}
