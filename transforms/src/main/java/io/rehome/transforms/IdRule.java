package io.rehome.transforms;

import java.util.List;

/** How a record's target key is made. */
public sealed interface IdRule {

  /** The source key itself, column by column. */
  record Keep(List<String> columns) implements IdRule {}

  /** The (integer) source key plus a number. */
  record Offset(String column, long by) implements IdRule {}

  /** The version 5 UUID of marketplace, entity and source key. */
  record Uuid(String column, String marketplace, String entity) implements IdRule {}

  /** Fields that other rules fill. */
  record Mapped(List<String> columns) implements IdRule {}
}
