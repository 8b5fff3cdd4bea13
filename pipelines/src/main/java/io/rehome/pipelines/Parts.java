package io.rehome.pipelines;

import io.rehome.io.Campaign;
import io.rehome.io.RangeSize;
import io.rehome.io.Register;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceTable;
import io.rehome.plan.CheckedPlan;
import java.util.ArrayList;
import java.util.List;

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
    Remarks remarks) {

  /** Ranges of one pass only, numbered below zero: the store does not know them. */
  List<KeyRange> ranges(SourceTable source, RangeSize size) {
    List<KeyRange> ranges = new ArrayList<>();
    List<String> low = List.of();
    for (List<String> bound : workplace.source().bounds(source, size)) {
      ranges.add(new KeyRange(source.entity(), -1 - ranges.size(), low, bound));
      low = bound;
    }
    ranges.add(new KeyRange(source.entity(), -1 - ranges.size(), low, List.of()));
    return ranges;
  }
}
