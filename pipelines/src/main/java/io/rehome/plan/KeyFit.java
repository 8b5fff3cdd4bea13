package io.rehome.plan;

import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetTable;
import io.rehome.model.TargetType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the target's key can be made as the plan says. */
final class KeyFit {
  private static final Set<TargetType> INTEGERS = Set.of(TargetType.INTEGER, TargetType.DECIMAL);
  private static final Set<TargetType> UUIDS = Set.of(TargetType.UUID, TargetType.TEXT);

  private final Plan plan;
  private final EntityPlan entity;
  private final Catalog catalog;
  private final Problems problems;

  KeyFit(Plan plan, EntityPlan entity, Catalog catalog, Problems problems) {
    this.plan = plan;
    this.entity = entity;
    this.catalog = catalog;
    this.problems = problems;
  }

  void examine() {
    Optional<TargetTable> target = catalog.target(entity.name());
    if (target.isEmpty()) {
      return;
    }
    if (target.get().key().isEmpty()) {
      tell("to", "the table " + target.get().name() + " has no primary key");
      return;
    }
    if (entity.id() instanceof IdPlan.Mapped mapped) {
      mapped(mapped, target.get());
    } else {
      made(target.get());
    }
  }

  private void mapped(IdPlan.Mapped id, TargetTable table) {
    if (!new HashSet<>(table.key()).equals(new HashSet<>(id.fields()))) {
      tell("id", "the key of " + table.name() + " is " + String.join(", ", table.key()));
    }
  }

  private void made(TargetTable table) {
    entity.fields().stream()
        .map(FieldPlan::field)
        .filter(table.key()::contains)
        .forEach(
            field -> tell("fields." + field, "is filled by id: leave it out, or list it in id"));
    Optional<SourceTable> source = catalog.source(entity.name());
    if (entity.id() instanceof IdPlan.Uuid) {
      uuid(table);
    } else if (source.isPresent()) {
      fromKey(source.get(), table);
    }
  }

  private void uuid(TargetTable table) {
    if (isComposite(table, "uuid")) {
      return;
    }
    TargetColumn key = key(table);
    if (!UUIDS.contains(key.type())) {
      tell("id", "uuid does not fit " + key.name() + ", which is " + key.typeName());
    }
  }

  private void fromKey(SourceTable source, TargetTable table) {
    if (source.isKeyless()) {
      tell("id", "the source's table has no primary key to make an id of: use uuid, or name key");
    } else if (entity.id() instanceof IdPlan.Offset) {
      offset(source, table);
    } else if (source.key().size() != table.key().size()) {
      tell(
          "id",
          "the source's key has "
              + columns(source.key())
              + ", the target's "
              + columns(table.key()));
    }
  }

  private void offset(SourceTable source, TargetTable table) {
    boolean integer = source.key().size() == 1 && source.key().get(0).type() == SourceType.INTEGER;
    if (!integer) {
      tell("id", "offset wants a key of one integer, which the source's is not");
    }
    if (!isComposite(table, "offset") && !INTEGERS.contains(key(table).type())) {
      TargetColumn key = key(table);
      tell("id", "offset does not fit " + key.name() + ", which is " + key.typeName());
    }
  }

  private boolean isComposite(TargetTable table, String kind) {
    if (table.key().size() > 1) {
      tell(
          "id",
          kind + " makes one column, the key of " + table.name() + " has " + columns(table.key()));
    }
    return table.key().size() > 1;
  }

  private static TargetColumn key(TargetTable table) {
    return table.column(table.key().get(0)).orElseThrow();
  }

  private static String columns(List<?> columns) {
    return columns.size() == 1 ? "one column" : columns.size() + " columns";
  }

  private void tell(String part, String what) {
    problems.add(plan.positions().of(entity.path(part)), what);
  }
}
