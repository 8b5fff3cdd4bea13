package io.rehome.transforms.expression;

import io.rehome.model.Fields;
import io.rehome.model.RejectedValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression over the named values of a record.
 *
 * <p>JEXL reads the text; its syntax tree becomes plain functions, and whatever is not on the list
 * of what we know is refused. So nothing that a plan says reaches a Java method, class or field by
 * name, and an evaluation costs about as much as the same code in Java.
 *
 * <p>NULL: a function of NULL is NULL unless its description says otherwise; {@code ==} and {@code
 * !=} compare with NULL; any other sign rejects the record (EXPRESSION) and names the column.
 *
 * <p>Safe for use by several threads. Not serializable: the text travels, and each worker compiles.
 */
public final class Expression {
  private final String text;
  private final Term term;
  private final Mentions mentions;

  private Expression(String text, Term term, Mentions mentions) {
    this.text = text;
    this.term = term;
    this.mentions = mentions;
  }

  /**
   * Compiles a text.
   *
   * @throws ExpressionRefused with all that is wrong with it, as far as it could be read
   */
  public static Expression parse(String text) throws ExpressionRefused {
    Compiler compiler = new Compiler(text);
    Term term = compiler.compile();
    return new Expression(text, term, compiler.mentions());
  }

  /**
   * Its value for a record, null for NULL.
   *
   * @throws RejectedValue where it has none; the message names place, value and column
   */
  public @Nullable Object evaluate(Fields record, Surroundings surroundings) throws RejectedValue {
    return term.in(new Scope(record, surroundings));
  }

  /** The columns that it reads, each as often as it is written. */
  public List<Mention> columns() {
    return mentions.columns();
  }

  /** The lookups that it uses. */
  public List<LookupMention> lookups() {
    return mentions.lookups();
  }

  /** The column's name, where the expression is nothing else. */
  public Optional<String> bareColumn() {
    return term instanceof Terms.Column column ? Optional.of(column.name()) : Optional.empty();
  }

  /** Its text. */
  @Override
  public String toString() {
    return text;
  }
}
