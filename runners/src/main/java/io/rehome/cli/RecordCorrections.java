package io.rehome.cli;

import io.rehome.io.Story;
import io.rehome.model.Correction;
import io.rehome.pipelines.CheckCorrections;
import io.rehome.pipelines.LiveLookups;
import io.rehome.plan.CorrectionContents;
import io.rehome.plan.PlanRefused;
import io.rehome.plan.PlanRules;
import io.rehome.report.CorrectionLine;
import java.time.Instant;
import java.util.List;

/**
 * The corrections of one record.
 *
 * @param by who makes them or takes them back
 */
record RecordCorrections(Site site, RecordName name, String by) {

  /** Keeps them, once all of them fit the entity. */
  void keep(List<Correction> corrections, String note) throws OptionsWrong, PlanRefused {
    story();
    List<String> problems = check().problems(corrections);
    if (!problems.isEmpty()) {
      throw new OptionsWrong(problems);
    }
    site.store().register(site.plan().marketplace()).correct(name.entity(), corrections, note, by);
  }

  private CheckCorrections check() throws PlanRefused {
    PlanRules rules =
        new PlanRules(
            site.checked(),
            Instant.now(),
            new LiveLookups(site.plan(), site.source()),
            CorrectionContents.none());
    return CheckCorrections.by(rules, name.entity());
  }

  /** Takes back those of these fields; of none named, all. */
  void undo(List<String> fields) throws OptionsWrong {
    story();
    int undone =
        site.store()
            .register(site.plan().marketplace())
            .undo(name.entity(), name.key(), fields, by);
    if (undone == 0) {
      throw new OptionsWrong(name + ": no such correction is in force");
    }
  }

  /** All of them, the latest first. */
  List<CorrectionLine> lines() throws OptionsWrong {
    return story().corrections().stream().map(CorrectionLine::of).toList();
  }

  private Story story() throws OptionsWrong {
    return site.accounts()
        .story(name.entity(), name.key())
        .orElseThrow(() -> new OptionsWrong("the store has no record " + name));
  }
}
