package io.rehome.cli;

import io.rehome.pipelines.PlanVersion;
import io.rehome.plan.CheckedPlan;
import java.nio.file.Path;

/** Opens plans. */
@SuppressWarnings("DoNotCallSuggester") // until plans can be read
final class Sites {
  private Sites() {}

  static Site open(String name, Path file, Site.Servers servers) throws OptionsWrong {
    throw new OptionsWrong("not yet: plan " + name + file + servers);
  }

  static CheckedPlan check(Site site) throws OptionsWrong {
    throw new OptionsWrong("not yet: plan " + site.name());
  }

  static PlanVersion version(Site site) throws OptionsWrong {
    throw new OptionsWrong("not yet: plan " + site.name());
  }
}
