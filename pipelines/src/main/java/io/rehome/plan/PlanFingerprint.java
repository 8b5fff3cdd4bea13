package io.rehome.plan;

import io.rehome.model.Fingerprint;
import io.rehome.plan.FieldForm.Computed;
import io.rehome.plan.FieldForm.Java;
import io.rehome.plan.FieldForm.Listed;
import io.rehome.plan.FieldForm.Missing;
import io.rehome.plan.FieldForm.Parent;
import io.rehome.plan.FieldForm.Stepped;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two plans have the same rules: whether they make the same documents and outcomes of
 * the same records. Addresses, secrets, comments, assertions and the order of entities, fields and
 * listed values do not count. Every list is preceded by its length, so that no two plans share an
 * encoding.
 */
public final class PlanFingerprint {
  private final List<@Nullable Object> words = new ArrayList<>();

  private PlanFingerprint() {}

  /** The fingerprint of a plan's rules. */
  public static Fingerprint of(Plan plan) {
    PlanFingerprint fingerprint = new PlanFingerprint();
    fingerprint.say(plan.marketplace(), plan.source().zoneName());
    fingerprint.lookups(plan.lookups());
    fingerprint.entities(plan.entities());
    return new Fingerprints().of(fingerprint.words);
  }

  private void say(String... said) {
    words.addAll(List.of(said));
  }

  private void say(List<String> said) {
    words.add((long) said.size());
    words.addAll(said);
  }

  private void lookups(List<LookupPlan> lookups) {
    words.add((long) lookups.size());
    for (LookupPlan lookup : sorted(lookups, Comparator.comparing(LookupPlan::name))) {
      String table = lookup instanceof LookupPlan.Table from ? from.table() : "";
      say(lookup.name(), table, lookup.key());
    }
  }

  private void entities(List<EntityPlan> entities) {
    words.add((long) entities.size());
    sorted(entities, Comparator.comparing(EntityPlan::name)).forEach(this::entity);
  }

  private void entity(EntityPlan entity) {
    say(entity.name(), String.valueOf(entity.from()), entity.where(), entity.to());
    say(entity.key());
    say(id(entity.id()), entity.foreignChange().name());
    words.add((long) entity.fields().size());
    sorted(entity.fields(), Comparator.comparing(FieldPlan::field)).forEach(this::field);
    say(javaFields(entity));
    words.add((long) entity.checks().size());
    entity.checks().forEach(check -> say(check.toString()));
    say(entity.uniques().stream().map(UniquePlan::toString).sorted().toList());
    deletes(entity.deletes());
  }

  private static String id(IdPlan id) {
    return id instanceof IdPlan.Mapped mapped
        ? "Mapped" + mapped.fields().stream().sorted().toList()
        : id.toString();
  }

  /** Java rules may see what earlier ones filled: their order counts. */
  private static List<String> javaFields(EntityPlan entity) {
    return entity.fields().stream()
        .filter(field -> field.form() instanceof Java)
        .map(FieldPlan::field)
        .toList();
  }

  private void field(FieldPlan field) {
    say(field.field(), field.form().getClass().getSimpleName());
    if (field.form() instanceof Computed computed) {
      say(computed.expression().strip());
    } else if (field.form() instanceof Stepped stepped) {
      stepped(stepped);
    } else if (field.form() instanceof Parent parent) {
      parent(parent);
    } else if (field.form() instanceof Java java) {
      say(java.use());
    }
  }

  private void stepped(Stepped stepped) {
    say(stepped.from().strip(), stepped.as().strip());
    words.add((long) stepped.missings().size());
    stepped.missings().forEach(this::literal);
    words.add((long) stepped.values().size());
    for (Listed listed : sorted(stepped.values(), Comparator.comparing(Listed::label))) {
      say(listed.label());
      literal(listed.value());
    }
  }

  private void parent(Parent parent) {
    say(parent.entity());
    say(parent.from());
    if (parent.missing() instanceof Missing.Instead instead) {
      literal(instead.value());
    } else {
      say("reject");
    }
  }

  private void literal(Literal literal) {
    say(literal.kind().name(), literal.text());
  }

  private void deletes(DeletePolicy deletes) {
    List<String> changes =
        deletes instanceof DeletePolicy.Mark mark
            ? mark.changes().stream().map(DeletePolicy.Change::toString).sorted().toList()
            : List.of();
    say(deletes.getClass().getSimpleName());
    say(changes);
  }

  private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
    return items.stream().sorted(order).toList();
  }
}
