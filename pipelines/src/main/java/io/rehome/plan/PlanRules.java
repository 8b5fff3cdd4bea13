package io.rehome.plan;

import io.rehome.model.DocumentShape;
import io.rehome.model.SourceColumn;
import io.rehome.model.TargetColumn;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.FieldRule;
import io.rehome.transforms.IdRule;
import io.rehome.transforms.RulesFactory;
import io.rehome.transforms.UniqueRule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles the rules of a checked plan on the worker that applies them.
 *
 * @param campaignStarted what {@code now()} gives
 */
public record PlanRules(CheckedPlan plan, Instant campaignStarted, LookupContents lookups)
    implements RulesFactory {

  @Override
  public EntityRules rules(String entity) {
    CheckedEntity checked = plan.entity(entity);
    RuleCompiler compiler =
        new RuleCompiler(
            checked.plan(), new PlanSurroundings(plan.plan(), campaignStarted, lookups));
    List<FieldRule> fields = compiler.fields();
    return new EntityRules(
        checked.source(),
        checked.shape(),
        id(checked),
        fields,
        compiler.enrichers(),
        new CheckCompiler(campaignStarted, compiler.surroundings()).checks(checked.plan()),
        compiler.references(),
        uniques(checked),
        plan.plan().source().zone().orElse(ZoneOffset.UTC),
        columnsRead(checked, fields));
  }

  private IdRule id(CheckedEntity entity) {
    List<String> key = entity.shape().key().stream().map(TargetColumn::name).toList();
    if (entity.plan().id() instanceof IdPlan.Offset offset) {
      return new IdRule.Offset(key.get(0), offset.by());
    }
    if (entity.plan().id() instanceof IdPlan.Uuid) {
      return new IdRule.Uuid(key.get(0), plan.plan().marketplace(), entity.name());
    }
    return entity.plan().id() instanceof IdPlan.Mapped mapped
        ? new IdRule.Mapped(mapped.fields())
        : new IdRule.Keep(key);
  }

  /** The plan's unique fields, and the target's constraints over fields that the plan fills. */
  private static List<UniqueRule> uniques(CheckedEntity entity) {
    Set<String> filled =
        entity.plan().fields().stream().map(FieldPlan::field).collect(Collectors.toSet());
    DocumentShape shape = entity.shape();
    Set<String> key = shape.key().stream().map(TargetColumn::name).collect(Collectors.toSet());
    return Stream.concat(
            entity.plan().uniques().stream().map(UniquePlan::fields),
            shape.table().uniques().stream())
        .filter(filled::containsAll)
        .filter(fields -> !Set.copyOf(fields).equals(key))
        .distinct()
        .map(UniqueRule::new)
        .toList();
  }

  private static Set<String> columnsRead(CheckedEntity entity, List<FieldRule> fields) {
    boolean any = fields.stream().anyMatch(rule -> rule.columns().isEmpty());
    Set<String> all =
        entity.source().columns().stream().map(SourceColumn::name).collect(Collectors.toSet());
    Set<String> read = new HashSet<>();
    fields.forEach(rule -> read.addAll(rule.columns()));
    return any ? all : read;
  }
}
