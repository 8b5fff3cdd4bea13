package io.rehome.plan;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.jdbc.JdbcUrl;
import io.rehome.plan.FieldForm.Java;
import io.rehome.plan.FieldForm.Parent;
import io.rehome.plan.StorePlan.Place;
import io.rehome.transforms.expression.Expression;
import io.rehome.transforms.expression.LookupMention;
import io.rehome.transforms.expression.Mention;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for what does not make sense in a plan, as far as the plan alone shows it. */
final class PlanSense {
  private final Plan plan;
  private final Positions positions;
  private final Problems problems;
  private final Map<String, Set<String>> lookupColumns = new LinkedHashMap<>();

  PlanSense(Plan plan, Problems problems) {
    this.plan = plan;
    this.positions = plan.positions();
    this.problems = problems;
  }

  void examine() {
    directions();
    lookups();
    plan.entities().forEach(this::entity);
  }

  private void directions() {
    String source = server(plan.source().address());
    if (source.isEmpty()) {
      return;
    }
    if (source.equals(server(plan.target().address()))) {
      problems.add(positions.of("target.jdbc"), "source and target are the same database");
    }
    if (plan.store().place() instanceof Place.Database store
        && source.equals(server(store.address()))) {
      problems.add(positions.of("store.jdbc"), "source and store are the same database");
    }
  }

  /** Host, port and database, without what makes equal ones look different. */
  private static String server(DatabaseAddress address) {
    String jdbc = address.jdbc();
    if (jdbc.isEmpty()) {
      return "";
    }
    boolean postgres = jdbc.startsWith("jdbc:postgresql:");
    String port = postgres ? ":5432/" : ":3306/";
    String server = new JdbcUrl(jdbc).server().toLowerCase(Locale.ROOT);
    return (postgres ? "postgresql " : "mariadb ")
        + server.replace("127.0.0.1", "localhost").replace("[::1]", "localhost").replace(port, "/");
  }

  private void lookups() {
    for (LookupPlan lookup : plan.lookups()) {
      if (lookup instanceof LookupPlan.Csv csv) {
        Where where = positions.of("lookups." + csv.name() + ".csv");
        lookupColumns.put(
            csv.name(), new HashSet<>(CsvLookup.read(csv, where, problems).columns()));
      }
    }
  }

  private void entity(EntityPlan entity) {
    for (ExpressionUse use : ExpressionUse.of(entity)) {
      if (!use.text().isBlank()) {
        Expressions.compile(use.text(), use.path(), positions, problems)
            .ifPresent(expression -> lookupsOf(expression, use.path()));
      }
    }
    entity.fields().forEach(field -> field(entity, field));
    twice(entity.key(), entity.path("key"));
    if (entity.id() instanceof IdPlan.Mapped mapped) {
      mappedId(entity, mapped);
    }
    checks(entity);
  }

  private void lookupsOf(Expression expression, String path) {
    for (LookupMention mention : expression.lookups()) {
      String name = mention.lookup().name();
      Optional<LookupPlan> lookup = plan.lookup(name);
      if (lookup.isEmpty()) {
        List<String> known = plan.lookups().stream().map(LookupPlan::name).toList();
        problems.unknown(at(path, mention.lookup()), "lookup", name, known);
      }
      mention.column().ifPresent(column -> lookupColumn(name, column, path));
    }
  }

  private void lookupColumn(String lookup, Mention column, String path) {
    Set<String> known = lookupColumns.getOrDefault(lookup, Set.of());
    if (!known.isEmpty() && !known.contains(column.name())) {
      problems.unknown(at(path, column), "column of " + lookup, column.name(), known);
    }
  }

  private void field(EntityPlan entity, FieldPlan field) {
    String path = entity.path("fields." + field.field());
    if (field.form() instanceof Java java && !java.use().isEmpty()) {
      javaField(java.use(), path);
    }
    if (field.form() instanceof Parent parent && !parent.entity().isEmpty()) {
      parent(parent, path);
    }
  }

  private void javaField(String name, String path) {
    boolean asMapper = Extensions.all().mapper(name).isPresent();
    boolean asEnricher = Extensions.all().enricher(name).isPresent();
    if (asMapper && asEnricher) {
      problems.add(positions.of(path + ".use"), "a Mapper and an Enricher are named " + name);
    } else if (!asMapper && !asEnricher) {
      problems.unknown(positions.of(path + ".use"), "Java rule", name, Extensions.all().fillers());
    }
  }

  private void parent(Parent parent, String path) {
    Optional<EntityPlan> entity = plan.entity(parent.entity());
    if (entity.isEmpty()) {
      List<String> known = plan.entities().stream().map(EntityPlan::name).toList();
      problems.unknown(positions.of(path + ".ref"), "entity", parent.entity(), known);
      return;
    }
    int columns = entity.get().key().size();
    int given = parent.from().size();
    if (columns > 0 && given > 0 && columns != given) {
      String what = "the key of " + parent.entity() + " is " + columns + " columns, not " + given;
      problems.add(positions.of(path + ".from"), what);
    }
  }

  private void mappedId(EntityPlan entity, IdPlan.Mapped id) {
    List<String> fields = entity.fields().stream().map(FieldPlan::field).toList();
    for (int i = 0; i < id.fields().size(); i++) {
      if (!fields.contains(id.fields().get(i))) {
        Where where = positions.of(entity.path("id." + (i + 1)));
        problems.unknown(where, "field", id.fields().get(i), fields);
      }
    }
    twice(id.fields(), entity.path("id"));
  }

  private void checks(EntityPlan entity) {
    for (int i = 0; i < entity.checks().size(); i++) {
      String path = entity.path("check." + (i + 1));
      if (entity.checks().get(i) instanceof CheckPlan.Is is && !is.kind().isEmpty()) {
        known(path + ".is", "kind", is.kind(), Kinds.named().keySet());
      }
      if (entity.checks().get(i) instanceof CheckPlan.Java java && !java.use().isEmpty()) {
        known(path + ".use", "Java check", java.use(), Extensions.all().checkNames());
      }
    }
  }

  private void known(String path, String what, String name, Set<String> known) {
    if (!known.contains(name)) {
      problems.unknown(positions.of(path), what, name, known);
    }
  }

  private void twice(List<String> names, String path) {
    Set<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name))
        .forEach(name -> problems.add(positions.of(path), "\"" + name + "\" stands twice"));
  }

  private Where at(String path, Mention mention) {
    return positions.inside(path, mention.line(), mention.column());
  }
}
