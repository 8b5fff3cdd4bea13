package io.rehome.plan;

import io.rehome.io.Source;
import io.rehome.io.Target;
import io.rehome.plan.Levels.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a plan against the catalogs of its databases, and tells everything that does not fit at
 * once. Reads catalogs and lookup tables, and writes nothing.
 */
public final class PlanCheck {
  private final Plan plan;
  private final Source source;
  private final Target target;
  private final Problems problems = new Problems();

  private PlanCheck(Plan plan, Source source, Target target) {
    this.plan = plan;
    this.source = source;
    this.target = target;
  }

  /**
   * The plan together with what the catalogs say of its tables.
   *
   * @throws PlanRefused with all problems, where there is one
   * @throws io.rehome.io.Outage where a database cannot be reached
   */
  public static CheckedPlan against(Plan plan, Source source, Target target) throws PlanRefused {
    return new PlanCheck(plan, source, target).check();
  }

  private CheckedPlan check() throws PlanRefused {
    if (source.identity().equals(target.identity())) {
      problems.add(plan.positions().of("target.jdbc"), "source and target are the same database");
      problems.refuse();
    }
    Catalog catalog = Catalog.of(plan, source, target, problems);
    plan.entities().forEach(entity -> examine(entity, catalog));
    References references = new References(plan, catalog, problems);
    List<Link> links = references.links();
    problems.refuse();
    return new CheckedPlan(plan, checked(catalog), references.levels(links));
  }

  private void examine(EntityPlan entity, Catalog catalog) {
    catalog
        .source(entity.name())
        .ifPresent(table -> new SourceFit(plan, entity, table, catalog, problems).examine());
    catalog
        .target(entity.name())
        .ifPresent(table -> new TargetFit(plan, entity, table, problems).examine());
    new KeyFit(plan, entity, catalog, problems).examine();
    new ZoneFit(plan, entity, catalog, problems).examine();
  }

  private List<CheckedEntity> checked(Catalog catalog) {
    List<CheckedEntity> checked = new ArrayList<>();
    for (EntityPlan entity : plan.entities()) {
      Optional<CheckedEntity> fitting =
          catalog
              .source(entity.name())
              .flatMap(
                  from ->
                      catalog
                          .target(entity.name())
                          .map(to -> new CheckedEntity(entity, from, Shapes.of(entity, to))));
      checked.add(fitting.orElseThrow());
    }
    return checked;
  }
}
