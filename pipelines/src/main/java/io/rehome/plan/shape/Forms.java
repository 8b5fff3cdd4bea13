package io.rehome.plan.shape;

/** Forms that more than one key has; each becomes a definition of the schema. */
public final class Forms {
  private Forms() {}

  /** Text. */
  public record Text() {}

  /** A reference to a secret. */
  public record SecretReference() {}

  /** An expression. */
  public record ExpressionText() {}

  /** One name, or a list of names. */
  public record NameOrNames() {}

  /** Any single value. */
  public record AnyValue() {}

  /** A known kind of value. */
  public record KindName() {}

  /** How ids are made. */
  public record IdForm() {}

  /** How many connections. */
  public record ConnectionCount() {}

  /** true or false. */
  public record Flag() {}

  /** What is kept. */
  public record KeepName() {}

  /** What a shape may be written as where it is short. */
  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE)
  public @interface ShortForm {
    /** What the short form is. */
    String value();

    /** The words that the short form can be; empty = any text. */
    String[] words() default {};
  }
}
