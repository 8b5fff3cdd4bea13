package io.rehome.plan;

import io.rehome.plan.shape.PlanShape;
import java.util.List;
import java.util.Optional;

/** Reads a check. */
final class CheckReader {
  private static final List<String> FORMS = List.of("is", "that", "use");

  private final Problems problems;

  CheckReader(Problems problems) {
    this.problems = problems;
  }

  Optional<CheckPlan> read(YamlNode node) {
    Section section = Section.of(node, PlanShape.Check.class, problems);
    List<String> forms = FORMS.stream().filter(section::has).toList();
    if (forms.size() != 1) {
      problems.add(section.where(), "a check has one of is, that and use");
      return Optional.empty();
    }
    if (section.has("else") && !section.has("that")) {
      section.problem("else", "stands beside that only", "");
    }
    return Optional.of(read(section, forms.get(0)));
  }

  private CheckPlan read(Section section, String form) {
    if (form.equals("that")) {
      return new CheckPlan.That(section.text("that"), section.text("else"));
    }
    if (form.equals("use")) {
      return new CheckPlan.Java(section.text("field"), section.text("use"));
    }
    if (!section.has("field")) {
      problems.add(section.where(), "the key \"field\" is missing");
    }
    return new CheckPlan.Is(section.text("field"), section.text("is"));
  }
}
