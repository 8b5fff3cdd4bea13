package io.rehome.cli;

import io.rehome.pipelines.PlanVersion;
import io.rehome.plan.CheckedPlan;

/** Opens plans. */
@SuppressWarnings("DoNotCallSuggester") // until plans can be read
final class Sites {
  private Sites() {}

  static Site open(PlanOption plan) throws OptionsWrong {
    throw new OptionsWrong("not yet: plan " + plan.text());
  }

  static CheckedPlan check(Site site) throws OptionsWrong {
    throw new OptionsWrong("not yet: plan " + site.name());
  }

  static PlanVersion version(Site site) throws OptionsWrong {
    throw new OptionsWrong("not yet: plan " + site.name());
  }
}
