package io.rehome.transforms.expression;

import static io.rehome.transforms.expression.NamedFunction.define;

import java.util.List;

/**
 * What looks like a function and is resolved when the expression is compiled: it names columns and
 * lookups.
 */
final class SpecialForms {
  static final String COL = "col";
  static final String ROW = "row";
  static final String LOOKUP = "lookup";
  static final String FOUND = "found";

  static final List<NamedFunction> ALL =
      List.of(
          special(
              COL,
              "'name'",
              "The column of this name, where the name is no plain word or is a word of the"
                  + " language.",
              "col('Order')"),
          special(
              ROW,
              "",
              "The whole row, for row()['name'] and row().name: the same as col('name').",
              "row()['Order']"),
          special(
              LOOKUP,
              "'lookup', key",
              "The lookup's row of this key, of which one column is taken; NULL for the key NULL,"
                  + " rejected (LOOKUP_MISSING) where there is no such row.",
              "lookup('countries', country_code).iso2"),
          special(
              FOUND,
              "'lookup', key",
              "Whether the lookup has a row of this key.",
              "found('countries', country_code)"));

  private SpecialForms() {}

  private static NamedFunction special(
      String name, String parameters, String description, String example) {
    return define(
        name,
        parameters,
        description,
        example,
        "",
        arguments -> {
          throw new IllegalStateException(name + " is resolved by the compiler");
        });
  }
}
