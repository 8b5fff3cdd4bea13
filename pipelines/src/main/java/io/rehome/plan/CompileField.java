package io.rehome.plan;

import io.rehome.model.DocumentShape;
import io.rehome.model.Fields;
import io.rehome.model.Mapper;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetColumn;
import io.rehome.plan.FieldForm.Computed;
import io.rehome.plan.FieldForm.Java;
import io.rehome.plan.FieldForm.Listed;
import io.rehome.plan.FieldForm.Parent;
import io.rehome.plan.FieldForm.Stepped;
import io.rehome.transforms.FieldRule;
import io.rehome.transforms.expression.Blank;
import io.rehome.transforms.expression.Expression;
import io.rehome.transforms.expression.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of fields to functions. */
final class CompileField {
  private final DocumentShape shape;
  private final Surroundings surroundings;

  CompileField(DocumentShape shape, Surroundings surroundings) {
    this.shape = shape;
    this.surroundings = surroundings;
  }

  FieldRule rule(FieldPlan field) {
    FieldForm form = field.form();
    if (form instanceof Computed computed) {
      return rule(field, computed.expression(), expression(computed.expression()));
    }
    if (form instanceof Stepped stepped) {
      return rule(field, text(stepped), steps(stepped, column(field.field())));
    }
    if (form instanceof Parent parent) {
      String text = "ref " + parent.entity() + " from " + String.join(", ", parent.from());
      return rule(field, text, reference(parent));
    }
    Java java = (Java) form;
    Mapper mapper = Extensions.all().mapper(java.use()).orElseThrow();
    return rule(field, "use " + java.use(), mapper);
  }

  private static FieldRule rule(FieldPlan field, String text, Mapper mapper) {
    return new FieldRule(field.field(), text, ColumnsRead.by(field.form()), mapper);
  }

  /** The column of a field. */
  TargetColumn column(String field) {
    return shape.table().column(field).orElseThrow();
  }

  private Mapper expression(String text) {
    Expression expression = Expressions.known(text);
    Optional<String> column = expression.bareColumn();
    if (column.isPresent()) {
      String name = column.get();
      return source -> source.value(name);
    }
    return source -> expression.evaluate(source, surroundings);
  }

  /** What stands behind {@code from}: a column, or an expression where it holds a parenthesis. */
  private Mapper from(String from) {
    return SourceName.isExpression(from) ? expression(from) : source -> source.value(from);
  }

  private Mapper steps(Stepped stepped, TargetColumn column) {
    Mapper value = from(stepped.from());
    Mapper listed = stepped.values().isEmpty() ? value : listed(value, stepped.values(), column);
    Optional<Literal> missing = stepped.missing();
    Mapper filled = missing.isEmpty() ? listed : filled(value, missing.get(), column, listed);
    return stepped.as().isEmpty() ? filled : computed(filled, stepped.as());
  }

  /** The replacement where the value is blank, else what the list makes of it. */
  private static Mapper filled(
      Mapper value, Literal missing, TargetColumn column, Mapper otherwise) {
    Object replacement = Literals.value(missing, column);
    String rule = "missing: " + missing.text();
    return source -> {
      if (Blank.is(value.map(source))) {
        source.used(rule);
        return replacement;
      }
      return otherwise.map(source);
    };
  }

  private static Mapper listed(Mapper value, List<Listed> values, TargetColumn column) {
    Map<String, Counterpart> list = new HashMap<>();
    for (Listed listed : values) {
      String rule = listed.label() + " becomes " + listed.value().text();
      list.put(listed.label(), new Counterpart(Literals.value(listed.value(), column), rule));
    }
    return source -> {
      Object found = value.map(source);
      return found == null ? null : counterpart(found, list, source);
    };
  }

  private static @Nullable Object counterpart(
      Object value, Map<String, Counterpart> list, Fields source) throws RejectedValue {
    String label = Literals.label(value);
    Counterpart counterpart = list.get(label);
    if (counterpart == null) {
      throw new RejectedValue(Reason.NOT_LISTED, "the value \"" + label + "\" is not listed");
    }
    source.used(counterpart.rule());
    return counterpart.value();
  }

  /** What stands for a listed value, and the rule that is counted. */
  private record Counterpart(@Nullable Object value, String rule) {}

  private Mapper computed(Mapper value, String as) {
    Expression expression = Expressions.known(as);
    return source -> expression.evaluate(new WithValue(source, value.map(source)), surroundings);
  }

  private Mapper reference(Parent parent) {
    List<Mapper> parts = parent.from().stream().map(this::from).toList();
    return source -> {
      List<Object> key = new ArrayList<>(parts.size());
      for (Mapper part : parts) {
        Object value = part.map(source);
        if (value == null) {
          return null; // a key with a NULL in it names nobody, as in SQL
        }
        key.add(value);
      }
      return new Reference(parent.entity(), SourceKey.ofValues(key));
    };
  }

  private static String text(Stepped stepped) {
    return stepped.from() + (stepped.as().isEmpty() ? "" : " as " + stepped.as());
  }
}
