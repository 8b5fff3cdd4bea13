package io.rehome.plan;

import io.rehome.model.SourceTable;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One kind of record: what is read, what is written, and the rules between.
 *
 * @param where SQL of the source that chooses records; empty for all
 * @param key the source key's columns; empty = the primary key
 * @param changed the source column that narrows a DIFF; empty where none does
 * @param to the target table
 * @param fields in the order of the file
 */
public record EntityPlan(
    String name,
    SourceTable.From from,
    String where,
    List<String> key,
    String changed,
    String to,
    IdPlan id,
    List<FieldPlan> fields,
    List<CheckPlan> checks,
    List<UniquePlan> uniques,
    DeletePolicy deletes,
    ForeignChange foreignChange)
    implements Serializable {

  /** What to do where somebody else changed a row that we loaded. */
  public enum ForeignChange {
    /** The record is rejected (TARGET_CHANGED). */
    REJECTED,
    /** The row is written all the same: {@code overwrite: true}. */
    OVERWRITTEN
  }

  public EntityPlan {
    key = List.copyOf(key);
    fields = List.copyOf(fields);
    checks = List.copyOf(checks);
    uniques = List.copyOf(uniques);
  }

  /** The condition that chooses records. */
  public Optional<String> condition() {
    return where.isEmpty() ? Optional.empty() : Optional.of(where);
  }

  /** The path of a part of it in the plan. */
  String path(String part) {
    return "entities." + name + (part.isEmpty() ? "" : "." + part);
  }
}
