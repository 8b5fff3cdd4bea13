package io.rehome.plan;

import io.rehome.model.Mapper;
import io.rehome.plan.FieldForm.Computed;
import io.rehome.plan.FieldForm.Parent;
import io.rehome.plan.FieldForm.Stepped;
import io.rehome.transforms.EnrichRule;
import io.rehome.transforms.FieldRule;
import io.rehome.transforms.ReferenceRule;
import io.rehome.transforms.ReferenceRule.Missing;
import io.rehome.transforms.expression.Expression;
import io.rehome.transforms.expression.Mention;
import io.rehome.transforms.expression.Surroundings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles the fields of an entity: YAML rules and Java classes become the same interfaces. */
record RuleCompiler(EntityPlan entity, Surroundings surroundings) {

  /** The rules over source columns. */
  List<FieldRule> fields() {
    return entity.fields().stream().flatMap(field -> rule(field).stream()).toList();
  }

  /** The Java classes that look at what is mapped already. */
  List<EnrichRule> enrichers() {
    List<EnrichRule> enrichers = new ArrayList<>();
    for (FieldPlan field : entity.fields()) {
      if (field.form() instanceof FieldForm.Java java) {
        Extensions.all()
            .enricher(java.use())
            .map(enricher -> new EnrichRule(field.field(), "use " + java.use(), enricher))
            .ifPresent(enrichers::add);
      }
    }
    return enrichers;
  }

  /** What to do where a parent is not there. */
  List<ReferenceRule> references() {
    List<ReferenceRule> references = new ArrayList<>();
    for (FieldPlan field : entity.fields()) {
      if (field.form() instanceof Parent parent) {
        references.add(
            new ReferenceRule(field.field(), parent.entity(), missing(parent.missing())));
      }
    }
    return references;
  }

  private static Missing missing(FieldForm.Missing missing) {
    return missing instanceof FieldForm.Missing.Instead instead
        ? new Missing.Instead(Literals.value(instead.value()))
        : new Missing.Reject();
  }

  private Optional<FieldRule> rule(FieldPlan field) {
    if (field.form() instanceof Computed computed) {
      return Optional.of(computed(field.field(), computed));
    }
    if (field.form() instanceof Stepped stepped) {
      return Optional.of(stepped(field.field(), stepped));
    }
    return field.form() instanceof Parent parent
        ? Optional.of(parent(field.field(), parent))
        : java(field);
  }

  private FieldRule computed(String field, Computed computed) {
    Expression expression = Expressions.known(computed.expression());
    return new FieldRule(
        field, computed.expression(), columns(Stream.of(expression)), mapper(expression));
  }

  private FieldRule stepped(String field, Stepped stepped) {
    Optional<Expression> as = known(stepped.as());
    Expression from = Expressions.known(nameOrExpression(stepped.from()));
    Set<String> columns = columns(Stream.concat(Stream.of(from), as.stream()));
    columns.remove(SteppedMapper.VALUE);
    SteppedMapper mapper = new SteppedMapper(stepped, mapper(from), as, surroundings);
    return new FieldRule(field, "from " + stepped.from(), columns, mapper);
  }

  private FieldRule parent(String field, Parent parent) {
    List<Expression> from =
        parent.from().stream().map(RuleCompiler::nameOrExpression).map(Expressions::known).toList();
    List<Mapper> parts = from.stream().map(this::mapper).toList();
    return new FieldRule(
        field,
        "ref " + parent.entity() + " from " + String.join(", ", parent.from()),
        columns(from.stream()),
        new ParentMapper(parent.entity(), parts));
  }

  private Optional<FieldRule> java(FieldPlan field) {
    String use = field.form() instanceof FieldForm.Java java ? java.use() : "";
    return Extensions.all()
        .mapper(use)
        .map(mapper -> new FieldRule(field.field(), "use " + use, Set.of(), mapper));
  }

  private Mapper mapper(Expression expression) {
    return expression
        .bareColumn()
        .<Mapper>map(column -> row -> row.value(column))
        .orElse(row -> expression.evaluate(row, surroundings));
  }

  private static Optional<Expression> known(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Expressions.known(text));
  }

  /** A plain name may be no identifier of the expression language: it is asked for by its name. */
  private static String nameOrExpression(String text) {
    return SourceName.isExpression(text)
        ? text
        : "col('" + text.replace("\\", "\\\\").replace("'", "\\'") + "')";
  }

  private static Set<String> columns(Stream<Expression> expressions) {
    return expressions
        .flatMap(expression -> expression.columns().stream())
        .map(Mention::name)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
