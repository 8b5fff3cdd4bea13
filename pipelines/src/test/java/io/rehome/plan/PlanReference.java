package io.rehome.plan;

import io.rehome.plan.shape.Forms;
import io.rehome.plan.shape.Key;
import io.rehome.plan.shape.PlanShape;
import io.rehome.transforms.expression.Functions;
import io.rehome.transforms.expression.NamedFunction;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pages of the reference that are written from the same data as the schema. */
final class PlanReference {
  private static final Map<String, Class<? extends Record>> SECTIONS = sections();

  private PlanReference() {}

  private static Map<String, Class<? extends Record>> sections() {
    Map<String, Class<? extends Record>> sections = new LinkedHashMap<>();
    sections.put("The top", PlanShape.class);
    sections.put("source", PlanShape.Source.class);
    sections.put("target", PlanShape.Target.class);
    sections.put("store", PlanShape.Store.class);
    sections.put("lookups.NAME", PlanShape.Lookup.class);
    sections.put("entities.NAME", PlanShape.Entity.class);
    sections.put("entities.NAME.from", PlanShape.From.class);
    sections.put("entities.NAME.fields.COLUMN", PlanShape.Field.class);
    sections.put("entities.NAME.fields.COLUMN.missing", PlanShape.Missing.class);
    sections.put("entities.NAME.check", PlanShape.Check.class);
    sections.put("entities.NAME.deletes", PlanShape.Deletes.class);
    sections.put("assert", PlanShape.Assertion.class);
    return sections;
  }

  static List<Class<? extends Record>> shapes() {
    return List.copyOf(SECTIONS.values());
  }

  static String plan() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # The plan: every key

        A plan is one YAML file. It is read strictly: an unknown key, a key that stands twice and a value of the wrong form are problems, and all problems of a
        plan are told at once, each with file, line, column, what is wrong and what was probably meant; the exit code is 1, and nothing ran. What the file alone shows
        is found without any database. Nothing is interpreted behind your back: `NO` is the text NO and `010` is the text 010. Aliases (`*x`) are refused.

        An editor completes and checks a plan whose first line is `# yaml-language-server: $schema=docs/reference/plan.schema.json`.
        The functions of expressions are in [functions.md](functions.md), what becomes of values in [types.md](types.md).
        This page is generated from what the reader itself knows (`PlanReferenceTest`).
        """);
    SECTIONS.forEach((heading, shape) -> section(heading, shape, page));
    kinds(page);
    return page.toString();
  }

  private static void section(String heading, Class<? extends Record> shape, StringBuilder page) {
    page.append("\n## ").append(heading).append('\n');
    Forms.ShortForm shortForm = shape.getAnnotation(Forms.ShortForm.class);
    if (shortForm != null) {
      page.append("In short: ").append(shortForm.value()).append(". Else, by keys:\n\n");
    }
    page.append("| key | what it does | form | left out | example |\n|---|---|---|---|---|\n");
    for (RecordComponent component : shape.getRecordComponents()) {
      Key key = Key.Names.key(component);
      page.append(
          "| `%s` | %s | %s | %s | `%s` |\n"
              .formatted(
                  Key.Names.of(component),
                  cell(key.does()),
                  cell(key.form()),
                  cell(key.leftOut()),
                  cell(key.example())));
    }
    if (shape == PlanShape.Field.class) {
      steps(page);
    }
  }

  private static void steps(StringBuilder page) {
    page.append(
        """

        The steps of a rule, in this order: `from` gives a value; where it is blank and `missing` is given, that stands for it; else, where `values` is given, its
        counterpart does; then `as`, where it is given, makes the field of that result, which it calls `value` (a column of that name is hidden there).
        Last, the value is converted to the column's type, exactly, or the record is rejected. Each use of `missing` and of a listed value is counted in the report.
        A field whose rule is an expression and nothing else is written as that expression: `email: lower(trim(email_addr))`.
        """);
  }

  private static void kinds(StringBuilder page) {
    page.append(
        """

        ## The kinds of `is`
        NULL passes all but not-blank: whether a field may be NULL is for the target's catalog to say. Now is the campaign's start.

        | kind | the value must be |
        |---|---|
        """);
    Kinds.named()
        .forEach(
            (name, kind) ->
                page.append("| `%s` | %s |\n".formatted(name, cell(kind.description()))));
  }

  static String functions() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Expressions and their functions

        An expression is written in the language of Apache Commons JEXL, of which we know values, signs and the functions below; everything else (methods, properties,
        assignments, loops, new objects) is refused when the plan is read. The names in it are columns of the source, or in a check fields of the document.

        | | |
        |---|---|
        | values | `'text'`, `"text"`, `7`, `0.5`, `1e3`, `true`, `false`, `null` |
        | columns | `email_addr`; a name that is no plain word, or is a word of the language (`size`, `new`, `default` …): `col('Order')` |
        | numbers | `+ - * / %`, exact decimals: `7 / 2` is 3.5. A quotient that never ends (`1 / 3`) is rejected: say how it is rounded, `divide(1, 3, 2)` |
        | text | `+` sets one text after the other; `=^` starts with, `=$` ends with, `!^` and `!$` do not |
        | comparing | `== != < <= > >=` between values of one kind: a number and a text are never compared, say `number(x)` or `text(x)` |
        | lists | `state =~ ['A', 'B']` is one of, `!~` is none of |
        | conditions | `and or not`, also `&& \\|\\| !`; `condition ? this : that`; `first ?? second` is second where first is NULL |

        **NULL.** A function of NULL is NULL unless its line says otherwise. `==`, `!=`, `=~` and `!~` compare with NULL. Every other sign with a NULL beside it
        rejects the record (EXPRESSION) and names the column: write what is meant, `coalesce(price, 0) / 100`. So does a condition that is NULL.

        **Numbers.** Whatever the source holds, an expression sees an exact decimal. A bare column is passed on as it was read.

        **Limits.** 4,000 characters and 200 levels an expression, 1,000 digits a number, 16 million characters a text. Patterns are RE2: their time grows with the text only.
        This page is generated, and its examples are run by a test (`FunctionsTest`).
        """);
    Functions.byFamily().forEach((family, functions) -> family(family, functions, page));
    return page.toString();
  }

  private static void family(String family, List<NamedFunction> functions, StringBuilder page) {
    page.append("\n## ")
        .append(family)
        .append("\n| function | what it gives | example | result |\n|---|---|---|---|\n");
    for (NamedFunction function : functions) {
      String result = function.result().isEmpty() ? "" : "`" + cell(function.result()) + "`";
      page.append(
          "| `%s` | %s | `%s` | %s |\n"
              .formatted(
                  function.signature(),
                  cell(function.description()),
                  cell(function.example()),
                  result));
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
