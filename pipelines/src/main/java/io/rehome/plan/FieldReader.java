package io.rehome.plan;

import io.rehome.plan.FieldForm.Listed;
import io.rehome.plan.FieldForm.Missing;
import io.rehome.plan.YamlNode.Mapping;
import io.rehome.plan.shape.PlanShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rule of a field. */
final class FieldReader {
  private final Problems problems;

  FieldReader(Problems problems) {
    this.problems = problems;
  }

  FieldForm read(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      if (scalar.text().isBlank()) {
        problems.add(node.where(), "the rule is empty", "an expression, or null to write NULL");
      }
      return new FieldForm.Computed(scalar.text());
    }
    Section section = Section.of(node, PlanShape.Field.class, problems);
    if (section.has("use")) {
      refuseBeside(section, "use", "from", "values", "missing", "as", "ref");
      return new FieldForm.Java(section.text("use"));
    }
    wantFrom(section);
    return section.has("ref") ? parent(section) : stepped(section);
  }

  private FieldForm parent(Section section) {
    refuseBeside(section, "ref", "values", "as");
    return new FieldForm.Parent(section.text("ref"), section.texts("from"), orphan(section));
  }

  private FieldForm stepped(Section section) {
    List<String> from = section.texts("from");
    if (from.size() > 1) {
      section.problem("from", "only a field with ref has several columns", "");
    }
    return new FieldForm.Stepped(
        from.isEmpty() ? "" : from.get(0), blank(section), values(section), section.text("as"));
  }

  private void wantFrom(Section section) {
    if (!section.has("from")) {
      problems.add(section.where(), "the key \"from\" is missing");
    }
  }

  private void refuseBeside(Section section, String form, String... others) {
    for (String other : others) {
      if (section.has(other)) {
        section.problem(other, "cannot stand beside " + form, "");
      }
    }
  }

  private List<Literal> blank(Section section) {
    Optional<YamlNode> missing = section.node("missing");
    if (missing.isEmpty()) {
      return List.of();
    }
    return List.of(PlanReader.literal(valueOf(missing.get()), problems));
  }

  /** {@code { value: x }} means x, so that both kinds of missing can be written alike. */
  private YamlNode valueOf(YamlNode missing) {
    if (!(missing instanceof Mapping)) {
      return missing;
    }
    return Section.of(missing, PlanShape.Missing.class, problems).node("value").orElse(missing);
  }

  private Missing orphan(Section section) {
    Optional<YamlNode> missing = section.node("missing");
    if (missing.isEmpty()) {
      return new Missing.Reject();
    }
    Literal literal = PlanReader.literal(valueOf(missing.get()), problems);
    if (missing.get() instanceof Mapping || literal.kind() == Literal.Kind.NULL) {
      return new Missing.Instead(literal);
    }
    if (!literal.text().equals("reject")) {
      problems.unknown(missing.get().where(), "word", literal.text(), List.of("reject", "null"));
    }
    return new Missing.Reject();
  }

  private List<Listed> values(Section section) {
    List<Listed> values = new ArrayList<>();
    section
        .named("values")
        .forEach(
            (label, entry) ->
                values.add(new Listed(label, PlanReader.literal(entry.value(), problems))));
    if (section.has("values") && values.isEmpty()) {
      section.problem("values", "lists no value", "");
    }
    return values;
  }
}
