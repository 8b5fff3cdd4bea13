package io.rehome.transforms.expression;

import io.rehome.model.RejectedValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function of the language, with what its documentation says.
 *
 * @param parameters their names in order; one in brackets may be left out, a last {@code ...} may
 *     stand for any number
 * @param description one sentence
 * @param example a call, and {@code result} what it gives as text; both are run by a test
 */
public record NamedFunction(
    String name,
    List<String> parameters,
    String description,
    String example,
    String result,
    Nulls nulls,
    List<Fixed> fixed,
    Body body) {

  /** What NULL among the arguments means. */
  public enum Nulls {
    /** The result is NULL. */
    GIVE_NULL,
    /** The function knows what to do. */
    ARE_VALUES
  }

  /** What a function does. */
  @FunctionalInterface
  interface Body {
    @Nullable Object call(Arguments arguments) throws RejectedValue;
  }

  /** A parameter that must be written out, and is looked at when the plan is read. */
  record Fixed(int index, Form form) {}

  /** Whether a text is of the form that a parameter wants. */
  @FunctionalInterface
  interface Form {
    /** What is wrong with it; empty where nothing is. */
    Optional<String> problem(String text);
  }

  public NamedFunction {
    parameters = List.copyOf(parameters);
    fixed = List.copyOf(fixed);
  }

  /** A function of whose arguments none may be NULL; NULL gives NULL. */
  static NamedFunction define(
      String name,
      String parameters,
      String description,
      String example,
      String result,
      Body body) {
    return new NamedFunction(
        name, split(parameters), description, example, result, Nulls.GIVE_NULL, List.of(), body);
  }

  /** The same function, which is called with NULLs too. */
  NamedFunction withNulls() {
    return new NamedFunction(
        name, parameters, description, example, result, Nulls.ARE_VALUES, fixed, body);
  }

  /** The same function, with a parameter that must be written out. */
  NamedFunction fixing(int index, Form form) {
    return new NamedFunction(
        name,
        parameters,
        description,
        example,
        result,
        nulls,
        List.of(new Fixed(index, form)),
        body);
  }

  /** How it is written: {@code left(text, length)}. */
  public String signature() {
    return name + "(" + String.join(", ", parameters) + ")";
  }

  boolean takes(int arguments) {
    long optional = parameters.stream().filter(name -> name.startsWith("[")).count();
    boolean unlimited = parameters.contains("...");
    long most = unlimited ? Integer.MAX_VALUE : parameters.size();
    long least = parameters.size() - optional - (unlimited ? 1 : 0);
    return arguments >= least && arguments <= most;
  }

  @Nullable Object call(Arguments arguments) throws RejectedValue {
    return nulls == Nulls.GIVE_NULL && arguments.anyIsNull() ? null : body.call(arguments);
  }

  private static List<String> split(String parameters) {
    return parameters.isEmpty() ? List.of() : List.of(parameters.split(", "));
  }
}
