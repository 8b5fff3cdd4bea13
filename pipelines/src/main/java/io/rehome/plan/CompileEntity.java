package io.rehome.plan;

import io.rehome.model.DocumentShape;
import io.rehome.model.Enricher;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetColumn;
import io.rehome.plan.CheckPlan.Is;
import io.rehome.plan.CheckPlan.That;
import io.rehome.plan.FieldForm.Java;
import io.rehome.plan.FieldForm.Missing;
import io.rehome.plan.FieldForm.Parent;
import io.rehome.transforms.CheckRule;
import io.rehome.transforms.Corrections;
import io.rehome.transforms.EnrichRule;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.FieldRule;
import io.rehome.transforms.IdRule;
import io.rehome.transforms.ReferenceRule;
import io.rehome.transforms.UniqueRule;
import io.rehome.transforms.expression.Surroundings;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles one entity of a plan. */
final class CompileEntity {
  private final Plan plan;
  private final EntityPlan entity;
  private final SourceTable source;
  private final DocumentShape shape;
  private final CompileField compileField;
  private final Surroundings surroundings;

  CompileEntity(Plan plan, CheckedEntity entity, Surroundings surroundings) {
    this.plan = plan;
    this.entity = entity.plan();
    this.source = entity.source();
    this.shape = entity.shape();
    this.surroundings = surroundings;
    this.compileField = new CompileField(shape, surroundings);
  }

  EntityRules rules() {
    List<FieldRule> fields = fields();
    return new EntityRules(
        source,
        shape,
        id(),
        fields,
        enrichers(),
        checks(),
        references(),
        uniques(),
        zone(),
        columnsRead(fields),
        Corrections.none());
  }

  /** Where the plan names no zone, it was checked that none is needed. */
  private ZoneId zone() {
    return plan.source().zone().orElse(ZoneOffset.UTC);
  }

  private IdRule id() {
    List<String> key = shape.key().stream().map(TargetColumn::name).toList();
    if (entity.id() instanceof IdPlan.Offset offset) {
      return new IdRule.Offset(key.get(0), offset.by());
    }
    if (entity.id() instanceof IdPlan.Uuid) {
      return new IdRule.Uuid(key.get(0), plan.marketplace(), entity.name());
    }
    return entity.id() instanceof IdPlan.Keep ? new IdRule.Keep(key) : new IdRule.Mapped(key);
  }

  private List<FieldRule> fields() {
    return entity.fields().stream()
        .filter(field -> enricherOf(field).isEmpty())
        .map(compileField::rule)
        .toList();
  }

  private List<EnrichRule> enrichers() {
    return entity.fields().stream()
        .flatMap(
            field ->
                enricherOf(field)
                    .map(name -> new EnrichRule(field.field(), "use " + name, enricher(name)))
                    .stream())
        .toList();
  }

  private static Optional<String> enricherOf(FieldPlan field) {
    return field.form() instanceof Java java && Extensions.all().enricher(java.use()).isPresent()
        ? Optional.of(java.use())
        : Optional.empty();
  }

  private static Enricher enricher(String name) {
    return Extensions.all().enricher(name).orElseThrow();
  }

  private List<CheckRule> checks() {
    return entity.checks().stream().map(this::check).toList();
  }

  private CheckRule check(CheckPlan check) {
    if (check instanceof Is is) {
      String rule = "is " + is.kind();
      return new CheckRule(
          is.field(), rule, Kinds.check(is.field(), is.kind(), surroundings.now()));
    }
    if (check instanceof That that) {
      ThatHolds holds = new ThatHolds(that, surroundings);
      return new CheckRule(holds.field(), "that " + that.expression(), holds::problem);
    }
    CheckPlan.Java java = (CheckPlan.Java) check;
    return new CheckRule(
        java.field(), "use " + java.use(), Extensions.all().check(java.use()).orElseThrow());
  }

  private List<ReferenceRule> references() {
    return entity.fields().stream()
        .filter(field -> field.form() instanceof Parent)
        .map(field -> reference(field.field(), (Parent) field.form()))
        .toList();
  }

  private ReferenceRule reference(String field, Parent parent) {
    ReferenceRule.Missing missing =
        parent.missing() instanceof Missing.Instead instead
            ? new ReferenceRule.Missing.Instead(
                Literals.value(instead.value(), compileField.column(field)))
            : new ReferenceRule.Missing.Reject();
    return new ReferenceRule(field, parent.entity(), missing);
  }

  /**
   * The plan's, the target's over columns that are written, and the key where fields make it. Those
   * that hold a whole key made of the source's are unique already.
   */
  private List<UniqueRule> uniques() {
    Set<List<String>> uniques = new LinkedHashSet<>();
    entity.uniques().forEach(unique -> uniques.add(unique.fields()));
    Set<String> written = shape.positions().keySet();
    shape.table().uniques().stream().filter(written::containsAll).forEach(uniques::add);
    List<String> key = shape.key().stream().map(TargetColumn::name).toList();
    if (entity.id() instanceof IdPlan.Mapped) {
      uniques.add(key);
    } else {
      uniques.removeIf(unique -> unique.containsAll(key));
    }
    return uniques.stream().map(UniqueRule::new).toList();
  }

  /** All columns where a Java rule may read any of them. */
  private Set<String> columnsRead(List<FieldRule> fields) {
    boolean anyJava =
        entity.fields().stream()
            .anyMatch(field -> field.form() instanceof Java && enricherOf(field).isEmpty());
    Stream<String> read =
        anyJava
            ? source.columns().stream().map(SourceColumn::name)
            : fields.stream().flatMap(field -> field.columns().stream());
    return read.collect(Collectors.toSet());
  }
}
