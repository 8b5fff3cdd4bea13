package io.rehome.model;

/** Whose turn it is to act on a rejection. */
public enum Turn {
  /** The data: mend it in the source, or correct it in the store. */
  SOURCE,
  /** The plan: a rule does not fit the data. */
  PLAN,
  /** The target: its rules or its content stand against the record. */
  TARGET
}
