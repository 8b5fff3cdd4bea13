package io.rehome.cli;

import io.rehome.io.Fence;
import io.rehome.io.Ledger;
import io.rehome.io.Outage;
import io.rehome.io.RunTag;
import io.rehome.io.Store;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.pipelines.KeptCorrections;
import io.rehome.pipelines.LiveLookups;
import io.rehome.pipelines.Walk;
import io.rehome.pipelines.WalkRecord;
import io.rehome.plan.CheckedPlan;
import io.rehome.plan.CorrectionContents;
import io.rehome.plan.PlanRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Walks one record through the plan. */
record RecordWalk(Site site, RecordName name) {

  /** Its steps, as the source has it now. */
  Walk walk() throws Exception {
    CheckedPlan checked = site.checked();
    SourceRow row = row(checked);
    Optional<Ledger> ledger = ledger();
    try {
      return walk(checked, row, ledger);
    } finally {
      ledger.ifPresent(Ledger::close);
    }
  }

  /** Its steps, as the store keeps it: the record is known to be there. */
  Walk walkKept(CheckedPlan checked) {
    SourceTable source = checked.entity(name.entity()).source();
    try (Ledger ledger = site.store().ledger(reader())) {
      SourceRow row = ledger.kept(source, List.of(name.key())).get(0);
      return walk(checked, row, Optional.of(ledger));
    }
  }

  private Walk walk(CheckedPlan checked, SourceRow row, Optional<Ledger> ledger) {
    LiveLookups lookups = new LiveLookups(site.plan(), site.source());
    PlanRules rules = new PlanRules(checked, Instant.now(), lookups, corrections(ledger));
    return WalkRecord.by(rules, name.entity(), site.source(), ledger).walk(row);
  }

  /** Those in force now, where there is a store. */
  private CorrectionContents corrections(Optional<Ledger> ledger) {
    return ledger.isPresent()
        ? new KeptCorrections(site.store(), reader(), KeptCorrections.LATEST)
        : CorrectionContents.none();
  }

  private SourceRow row(CheckedPlan checked) throws OptionsWrong {
    try {
      return site
          .source()
          .fetch(checked.entity(name.entity()).source(), List.of(name.key()))
          .stream()
          .findFirst()
          .orElseThrow(() -> new OptionsWrong("the source has no " + name));
    } catch (IllegalArgumentException e) {
      throw new OptionsWrong(name + ": " + e.getMessage());
    }
  }

  /** The store where it can be read; a plan is tried out before there is one. */
  private Optional<Ledger> ledger() {
    try {
      return site.storePlace().isThere() && site.store().readiness() == Store.Readiness.CURRENT
          ? Optional.of(site.store().ledger(reader()))
          : Optional.empty();
    } catch (Outage e) {
      return Optional.empty();
    }
  }

  /** It writes nothing, so that no fence has to be right. */
  private RunTag reader() {
    String marketplace = site.plan().marketplace();
    return new RunTag(marketplace, 0, "map", 0, new Fence(marketplace, 0));
  }
}
