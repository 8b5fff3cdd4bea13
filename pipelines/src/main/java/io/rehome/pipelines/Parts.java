package io.rehome.pipelines;

import io.rehome.io.Campaign;
import io.rehome.io.Register;
import io.rehome.plan.CheckedPlan;

/** What the parts of a run share: the plan, the workplace, and how pipelines are run. */
record Parts(
    CheckedPlan plan,
    RunRequest request,
    Workplace workplace,
    RulesVersion version,
    Register register,
    Campaign campaign,
    River river,
    Volume volume,
    Rounds rounds,
    Progress progress,
    Remarks remarks) {}
