package io.rehome.model;

/** Where on its way a record was rejected. */
public enum Stage {
  READ,
  MAP,
  ENRICH,
  CHECK,
  REFERENCE,
  LOAD
}
