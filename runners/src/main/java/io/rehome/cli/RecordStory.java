package io.rehome.cli;

import static java.util.stream.Collectors.toMap;

import io.rehome.io.Accounts;
import io.rehome.io.Outage;
import io.rehome.io.Refusal;
import io.rehome.io.Story;
import io.rehome.model.SourceColumn;
import io.rehome.model.TargetColumn;
import io.rehome.pipelines.Walk;
import io.rehome.plan.CheckedEntity;
import io.rehome.plan.CheckedPlan;
import io.rehome.plan.PlanFingerprint;
import io.rehome.plan.PlanRefused;
import io.rehome.report.StoryReport;
import io.rehome.report.StoryReport.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers one record's whole story. The store is enough for it; source and target, where they can
 * be reached, tell the types and what today's plan would make of it.
 */
record RecordStory(Site site, RecordName name) {

  StoryReport report() throws OptionsWrong {
    Accounts accounts = site.accounts();
    Story story =
        accounts
            .story(name.entity(), name.key())
            .orElseThrow(() -> new OptionsWrong("the store has no record " + name));
    List<String> remarks = new ArrayList<>();
    Optional<CheckedPlan> checked = checked(remarks);
    Optional<Integer> version = accounts.planVersion(PlanFingerprint.of(site.plan()));
    return StoryReport.of(
        story,
        checked
            .map(plan -> types(plan.entity(name.entity())))
            .orElse(new Types(Map.of(), Map.of())),
        version,
        story.source().flatMap(kept -> checked).flatMap(plan -> walk(plan, remarks)),
        remarks);
  }

  private Optional<CheckedPlan> checked(List<String> remarks) {
    try {
      return Optional.of(site.checked());
    } catch (Outage | Refusal e) {
      remarks.add(e.getMessage() + ": neither types nor rules are shown");
    } catch (PlanRefused e) {
      remarks.add("today's plan does not fit its databases: neither types nor rules are shown");
    }
    return Optional.empty();
  }

  private Optional<Walk> walk(CheckedPlan plan, List<String> remarks) {
    try {
      return Optional.of(new RecordWalk(site, name).walkKept(plan));
    } catch (Outage e) {
      remarks.add(e.getMessage() + ": rules are not shown");
      return Optional.empty();
    }
  }

  private static Types types(CheckedEntity entity) {
    return new Types(
        entity.source().columns().stream()
            .collect(toMap(SourceColumn::name, SourceColumn::typeName)),
        entity.shape().columns().stream()
            .collect(toMap(TargetColumn::name, TargetColumn::typeName)));
  }
}
