package io.rehome.plan;

import io.rehome.model.Fields;
import io.rehome.model.Mapper;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceKey;
import io.rehome.plan.FieldForm.Listed;
import io.rehome.plan.FieldForm.Stepped;
import io.rehome.transforms.expression.Expression;
import io.rehome.transforms.expression.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value in up to three steps: {@code missing} for NULL and blank text, else a value by list, and
 * then an expression over the result. Each use of a step is counted.
 */
final class SteppedMapper implements Mapper {
  /** What the result so far is called in an {@code as} expression. */
  static final String VALUE = "value";

  private final Mapper from;
  private final Optional<Literal> missing;
  private final Map<String, Literal> values;
  private final Optional<Expression> as;
  private final Surroundings surroundings;

  SteppedMapper(Stepped plan, Mapper from, Optional<Expression> as, Surroundings surroundings) {
    this.from = from;
    this.missing = plan.missing();
    this.values = plan.values().stream().collect(Collectors.toMap(Listed::label, Listed::value));
    this.as = as;
    this.surroundings = surroundings;
  }

  @Override
  public @Nullable Object map(Fields source) throws RejectedValue {
    Object value = replaced(from.map(source), source);
    return as.isEmpty() ? value : as.get().evaluate(new Step(source, value), surroundings);
  }

  private @Nullable Object replaced(@Nullable Object value, Fields source) throws RejectedValue {
    if (missing.isPresent() && isBlank(value)) {
      source.used("missing: " + missing.get().text());
      return Literals.value(missing.get());
    }
    return values.isEmpty() || value == null ? value : listed(value, source);
  }

  private static boolean isBlank(@Nullable Object value) {
    return value == null || (value instanceof String text && text.isBlank());
  }

  private @Nullable Object listed(Object value, Fields source) throws RejectedValue {
    String label = SourceKey.ofValues(List.of(value)).text();
    Literal listed = values.get(label);
    if (listed == null) {
      throw new RejectedValue(Reason.NOT_LISTED, "the value \"" + label + "\" is not listed");
    }
    source.used(label + " becomes " + listed.text());
    return Literals.value(listed);
  }

  /** The row, and the result so far. */
  private record Step(Fields source, @Nullable Object result) implements Fields {
    @Override
    public @Nullable Object value(String name) {
      return name.equals(VALUE) ? result : source.value(name);
    }

    @Override
    public void used(String rule) {
      source.used(rule);
    }
  }
}
