package io.rehome.plan;

import io.rehome.io.Source;
import io.rehome.io.Target;
import io.rehome.io.UnknownName;
import io.rehome.model.DocumentShape;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetTable;
import io.rehome.plan.Levels.Link;
import io.rehome.plan.Levels.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds a plan against its databases. Provisional: it finds unknown tables, and nothing else yet.
 */
public final class PlanCheck {
  private final Plan plan;
  private final Source source;
  private final Target target;
  private final List<PlanProblem> problems = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  private PlanCheck(Plan plan, Source source, Target target) {
    this.plan = plan;
    this.source = source;
    this.target = target;
  }

  /**
   * The plan with what the catalogs say.
   *
   * @throws PlanRefused with all problems, where there is one
   */
  public static CheckedPlan of(Plan plan, Source source, Target target) throws PlanRefused {
    return new PlanCheck(plan, source, target).check();
  }

  private CheckedPlan check() throws PlanRefused {
    List<CheckedEntity> entities =
        plan.entities().stream().flatMap(entity -> entity(entity)).toList();
    if (!problems.isEmpty()) {
      throw new PlanRefused(problems);
    }
    List<String> names = plan.entities().stream().map(EntityPlan::name).toList();
    return new CheckedPlan(plan, entities, Ordering.of(names, links));
  }

  private Stream<CheckedEntity> entity(EntityPlan entity) {
    try {
      SourceTable from =
          source.describe(entity.name(), entity.from(), entity.condition(), entity.key());
      TargetTable to = target.describe(entity.to());
      entity.fields().forEach(field -> link(entity, field, to));
      return Stream.of(new CheckedEntity(entity, from, shape(entity, to)));
    } catch (UnknownName e) {
      Where where = plan.positions().of(entity.path(""));
      problems.add(new PlanProblem(where, String.valueOf(e.getMessage()), ""));
      return Stream.empty();
    }
  }

  private static DocumentShape shape(EntityPlan entity, TargetTable table) {
    List<String> fields = entity.fields().stream().map(FieldPlan::field).toList();
    List<TargetColumn> written =
        table.columns().stream()
            .filter(it -> fields.contains(it.name()) || table.key().contains(it.name()))
            .toList();
    List<TargetColumn> key =
        table.key().stream().flatMap(name -> table.column(name).stream()).toList();
    return new DocumentShape(table, written, key);
  }

  private void link(EntityPlan entity, FieldPlan field, TargetTable table) {
    if (field.form() instanceof FieldForm.Parent parent) {
      links.add(
          new Link(entity.name(), field.field(), parent.entity(), timing(field.field(), table)));
    }
  }

  private static Timing timing(String field, TargetTable table) {
    boolean required = table.column(field).map(TargetColumn::isRequired).orElse(false);
    boolean immediate =
        table.foreignKeys().stream()
            .filter(key -> key.columns().contains(field))
            .anyMatch(key -> key.timing() == TargetTable.Timing.IMMEDIATE);
    if (!required) {
      return Timing.LATE;
    }
    return immediate ? Timing.ORDERED : Timing.DEFERRED;
  }
}
