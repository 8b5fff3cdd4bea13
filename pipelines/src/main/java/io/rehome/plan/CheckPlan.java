package io.rehome.plan;

import java.io.Serializable;

/** A condition that a finished document must meet. */
public sealed interface CheckPlan extends Serializable {

  /** A field is of a known kind, such as {@code email}. */
  record Is(String field, String kind) implements CheckPlan {}

  /**
   * An expression over the document's fields holds.
   *
   * @param otherwise what is wrong where it does not; empty = the expression's text is shown
   */
  record That(String expression, String otherwise) implements CheckPlan {}

  /**
   * A Java class of this name finds nothing wrong.
   *
   * @param field the field that a rejection names; empty = the whole record
   */
  record Java(String field, String use) implements CheckPlan {}
}
