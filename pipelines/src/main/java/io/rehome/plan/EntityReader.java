package io.rehome.plan;

import com.google.common.base.Splitter;
import io.rehome.model.SourceTable;
import io.rehome.plan.EntityPlan.ForeignChange;
import io.rehome.plan.YamlNode.Mapping;
import io.rehome.plan.YamlNode.Scalar;
import io.rehome.plan.YamlNode.Sequence;
import io.rehome.plan.shape.PlanShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an entity of a plan. */
final class EntityReader {
  private static final Pattern OFFSET = Pattern.compile("offset\\(\\s*([+-]?\\d{1,18})\\s*\\)");
  private static final Splitter COMMAS = Splitter.on(',').trimResults();
  private static final String RANGE = "{range}";

  private final Problems problems;

  EntityReader(Problems problems) {
    this.problems = problems;
  }

  EntityPlan read(String name, YamlNode node) {
    Section section = Section.of(node, PlanShape.Entity.class, problems);
    return new EntityPlan(
        name,
        from(section),
        section.text("where"),
        section.texts("key"),
        section.text("changed"),
        section.text("to"),
        id(section),
        fields(section),
        checks(section),
        uniques(section),
        deletes(section),
        overwrite(section));
  }

  private SourceTable.From from(Section entity) {
    Optional<YamlNode> from = entity.node("from");
    if (from.isPresent() && from.get() instanceof Mapping mapping) {
      return query(entity, Section.of(mapping, PlanShape.From.class, problems));
    }
    return new SourceTable.From.Table(entity.text("from"));
  }

  private SourceTable.From query(Section entity, Section from) {
    String query = from.text("query");
    int at = query.indexOf(RANGE);
    boolean once = at >= 0 && query.indexOf(RANGE, at + 1) < 0;
    if (!query.isEmpty() && !once) {
      from.problem("query", "the query must hold {range} once", "select … where {range}");
    }
    if (!entity.has("key")) {
      problems.add(from.where(), "a query needs key: the columns that tell its rows apart");
    }
    return new SourceTable.From.Query(query);
  }

  private IdPlan id(Section entity) {
    Optional<YamlNode> id = entity.node("id");
    if (id.isPresent() && id.get() instanceof Sequence fields) {
      return new IdPlan.Mapped(entity.texts(fields));
    }
    String text = entity.text("id");
    Matcher offset = OFFSET.matcher(text);
    if (offset.matches()) {
      return new IdPlan.Offset(Long.parseLong(offset.group(1)));
    }
    if (!text.isEmpty() && !text.equals("keep") && !text.equals("uuid")) {
      refuseId(entity, text);
    }
    return text.equals("uuid") ? new IdPlan.Uuid() : new IdPlan.Keep();
  }

  private static void refuseId(Section entity, String text) {
    String what =
        text.equals("target")
            ? "ids assigned by the target are not yet supported"
            : "unknown kind of id \"" + text + "\"";
    entity.problem("id", what, "keep, offset(n), uuid, or a list of fields");
  }

  private List<FieldPlan> fields(Section entity) {
    FieldReader reader = new FieldReader(problems);
    List<FieldPlan> fields = new ArrayList<>();
    entity
        .named("fields")
        .forEach((field, entry) -> fields.add(new FieldPlan(field, reader.read(entry.value()))));
    return fields;
  }

  private List<CheckPlan> checks(Section entity) {
    CheckReader reader = new CheckReader(problems);
    return entity.items("check").stream().flatMap(item -> reader.read(item).stream()).toList();
  }

  private List<UniquePlan> uniques(Section entity) {
    List<UniquePlan> uniques = new ArrayList<>();
    entity
        .named("unique")
        .forEach(
            (fields, entry) -> {
              refuseMerge(entity.text(entry.value()), entry.value().where());
              uniques.add(new UniquePlan(COMMAS.splitToList(fields)));
            });
    return uniques;
  }

  private void refuseMerge(String policy, Where where) {
    if (policy.equals("merge")) {
      problems.add(where, "merging duplicates is not yet supported", "reject");
    } else if (!policy.isEmpty() && !policy.equals("reject")) {
      problems.unknown(where, "word", policy, List.of("reject"));
    }
  }

  private DeletePolicy deletes(Section entity) {
    Optional<YamlNode> deletes = entity.node("deletes");
    if (deletes.isPresent() && deletes.get() instanceof Mapping mapping) {
      return mark(Section.of(mapping, PlanShape.Deletes.class, problems));
    }
    String text = entity.text("deletes");
    if (!text.isEmpty() && !text.equals("report") && !text.equals("delete")) {
      problems.unknown(entity.where("deletes"), "word", text, List.of("report", "delete"));
    }
    return text.equals("delete") ? new DeletePolicy.Delete() : new DeletePolicy.Report();
  }

  private DeletePolicy mark(Section deletes) {
    List<DeletePolicy.Change> changes = new ArrayList<>();
    deletes
        .named("set")
        .forEach(
            (field, entry) ->
                changes.add(
                    new DeletePolicy.Change(field, PlanReader.literal(entry.value(), problems))));
    return new DeletePolicy.Mark(changes);
  }

  private ForeignChange overwrite(Section entity) {
    String text = entity.text("overwrite");
    boolean plain =
        entity.node("overwrite").map(node -> node instanceof Scalar).orElse(false)
            && List.of("true", "false").contains(text);
    if (!text.isEmpty() && !plain) {
      problems.unknown(entity.where("overwrite"), "word", text, List.of("true", "false"));
    }
    return text.equals("true") ? ForeignChange.OVERWRITTEN : ForeignChange.REJECTED;
  }
}
