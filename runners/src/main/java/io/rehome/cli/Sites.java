package io.rehome.cli;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Source;
import io.rehome.io.SourceProvider;
import io.rehome.io.Target;
import io.rehome.io.TargetProvider;
import io.rehome.plan.Plan;
import io.rehome.plan.PlanReader;
import io.rehome.plan.PlanRefused;
import io.rehome.plan.Secrets;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Opens plans: reads the file, and finds who can talk to its databases. Nothing is connected. */
final class Sites {
  private Sites() {}

  /**
   * The site of this plan.
   *
   * @param name the plan as the command line named it
   * @param servers what is let go when the site is closed
   */
  static Site open(String name, Path file, Site.Servers servers) throws PlanRefused, OptionsWrong {
    Plan plan = PlanReader.read(file, Secrets.AT_HAND);
    Source source = source(plan.source().address()).within(plan.source().connections());
    Target target = target(plan.target().address());
    return new Site(name, file, plan, source, target, StorePlace.of(plan.store().place()), servers);
  }

  private static Source source(DatabaseAddress address) throws OptionsWrong {
    return ServiceLoader.load(SourceProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.accepts(address.jdbc()))
        .findFirst()
        .orElseThrow(() -> new OptionsWrong("source.jdbc: no driver for " + address.jdbc()))
        .open(address);
  }

  private static Target target(DatabaseAddress address) throws OptionsWrong {
    return ServiceLoader.load(TargetProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.accepts(address.jdbc()))
        .findFirst()
        .orElseThrow(() -> new OptionsWrong("target.jdbc: no driver for " + address.jdbc()))
        .open(address);
  }
}
