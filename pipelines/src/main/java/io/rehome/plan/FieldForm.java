package io.rehome.plan;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** The forms of a field's rule. */
public sealed interface FieldForm extends Serializable {

  /** An expression over the source columns. */
  record Computed(String expression) implements FieldForm {}

  /**
   * A value of the source in up to three steps: a replacement for blanks, else a value by list, and
   * then an expression over the result.
   *
   * @param from a column's name, or an expression where it holds a parenthesis
   * @param missings at most one: what stands for NULL and blank text
   * @param values what stands for each listed value; empty = the value itself
   * @param as an expression over the columns and the result so far, which it calls "value"; empty =
   *     none
   */
  record Stepped(String from, List<Literal> missings, List<Listed> values, String as)
      implements FieldForm {
    public Stepped {
      missings = List.copyOf(missings);
      values = List.copyOf(values);
    }

    /** What stands for NULL and blank text. */
    public Optional<Literal> missing() {
      return missings.stream().findFirst();
    }
  }

  /** What stands for one value of the source. */
  record Listed(String label, Literal value) implements Serializable {}

  /** A Java class of this name. */
  record Java(String use) implements FieldForm {}

  /**
   * The key of a parent.
   *
   * @param entity the parent's entity
   * @param from the columns, or expressions, that make the parent's source key
   */
  record Parent(String entity, List<String> from, Missing missing) implements FieldForm {
    public Parent {
      from = List.copyOf(from);
    }
  }

  /** What to do where the parent is not there. */
  sealed interface Missing extends Serializable {
    /** The record is rejected, and waits. */
    record Reject() implements Missing {}

    /** The field becomes this. */
    record Instead(Literal value) implements Missing {}
  }
}
