package io.rehome.plan;

import io.rehome.model.DocumentShape;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The shape of an entity's documents. */
final class Shapes {
  private Shapes() {}

  /** The fields and the key's columns, in the target's order. */
  static DocumentShape of(EntityPlan entity, TargetTable table) {
    Set<String> written = written(entity, table);
    List<TargetColumn> columns =
        table.columns().stream().filter(column -> written.contains(column.name())).toList();
    List<TargetColumn> key =
        table.key().stream().flatMap(name -> table.column(name).stream()).toList();
    return new DocumentShape(table, columns, key);
  }

  /** The names of the columns that documents fill. */
  static Set<String> written(EntityPlan entity, TargetTable table) {
    Set<String> written = new TreeSet<>(table.key());
    entity.fields().forEach(field -> written.add(field.field()));
    return written;
  }
}
