package io.rehome.cli;

import io.rehome.io.Accounts;
import io.rehome.io.Keep;
import io.rehome.io.Source;
import io.rehome.io.Store;
import io.rehome.io.Target;
import io.rehome.pipelines.Handles;
import io.rehome.pipelines.PlanVersion;
import io.rehome.pipelines.RunRequest;
import io.rehome.plan.CheckedPlan;
import io.rehome.plan.EntityPlan;
import io.rehome.plan.Hints;
import io.rehome.plan.Plan;
import io.rehome.plan.PlanCheck;
import io.rehome.plan.PlanFingerprint;
import io.rehome.plan.PlanRefused;
import io.rehome.plan.StorePlan.Place;
import io.rehome.report.StatusReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * A plan and the databases that it names, for one command. Nothing is connected before it is used.
 *
 * @param name the plan as the command line named it
 */
record Site(
    String name,
    Path file,
    Plan plan,
    Source source,
    Target target,
    StorePlace storePlace,
    Servers servers)
    implements AutoCloseable {

  /** Servers that are kept up for this command. */
  interface Servers {
    /** Lets them go. */
    void close();
  }

  /** Opens the plan that the command line names. */
  static Site open(PlanOption plan) throws Exception {
    return plan.isDemo() ? demo() : Sites.open(plan.text(), Path.of(plan.text()), () -> {});
  }

  private static Site demo() throws Exception {
    DemoPlace place = DemoPlace.open();
    try {
      if (place.rows().isEmpty()) {
        throw new OptionsWrong("the demo has no data yet: run ./rehome demo");
      }
      return Sites.open(PlanOption.DEMO, place.plan(), place);
    } catch (Exception e) {
      place.close();
      throw e;
    }
  }

  /** The same, with this cap on the connections to the source in place of the plan's. */
  Site within(OptionalInt sourceConnections) {
    return sourceConnections.isEmpty()
        ? this
        : new Site(
            name,
            file,
            plan,
            source.within(sourceConnections.getAsInt()),
            target,
            storePlace,
            servers);
  }

  /** The store, started where it is our own. */
  Store store() {
    return storePlace.store().keeping(plan.store().keep());
  }

  /** All three databases. */
  Handles handles() {
    return new Handles(source, target, store());
  }

  /** The plan held against its databases. */
  CheckedPlan checked() throws PlanRefused {
    return checked(source);
  }

  /** The plan held against the target and what stands for its source. */
  CheckedPlan checked(Source source) throws PlanRefused {
    return PlanCheck.against(plan, source, target);
  }

  /** The plan as the store records it. */
  PlanVersion version() throws IOException {
    return new PlanVersion(Files.readString(file), PlanFingerprint.of(plan));
  }

  /** What the store knows of the marketplace. */
  Accounts accounts() throws OptionsWrong {
    if (!storePlace.isThere()) {
      throw new OptionsWrong("there is no store yet: nothing was migrated from here");
    }
    switch (store().readiness()) {
      case CURRENT -> {}
      case EMPTY -> throw new OptionsWrong("the store is empty: nothing was migrated yet");
      case BEHIND ->
          throw new OptionsWrong(
              "the store is of an older version: run ./rehome store upgrade --plan=" + name);
      case AHEAD -> throw ahead();
    }
    return store().accounts(plan.marketplace());
  }

  /** Makes the store's schema, or brings an older one up to date. */
  void upgradeStore() throws OptionsWrong {
    if (store().readiness() == Store.Readiness.AHEAD) {
      throw ahead();
    }
    store().upgrade();
  }

  private static OptionsWrong ahead() {
    return new OptionsWrong("the store was written by a later version of Rehome: use that one");
  }

  StatusReport status() throws OptionsWrong {
    return StatusReport.of(
        plan.marketplace(), accounts(), PlanFingerprint.of(plan), name, plan.store().keep());
  }

  /** Refuses workers elsewhere where the store is our own. */
  void requireReachableStore(List<String> beamFlags) throws OptionsWrong {
    boolean ours = plan.store().place() instanceof Place.Embedded;
    if (ours && !RunnerDefaults.of(beamFlags).isLocal()) {
      throw new OptionsWrong(
          "the workers of --flinkMaster cannot reach an embedded store: name one under store:");
    }
  }

  /** Refuses what needs the originals, where the store keeps only their fingerprints. */
  void requireOriginals(RunRequest request) throws OptionsWrong {
    boolean kept = plan.store().keep() == Keep.FULL;
    if (!kept && request.mode().readsOriginals(request.choice())) {
      throw new OptionsWrong(
          "the plan says keep: fingerprints: there are no originals for LOCAL_DIFF and --from=store;"
              + " migrate --restart reads the source again");
    }
  }

  /** Refuses an entity that the plan does not have. */
  void requireEntity(String entity) throws OptionsWrong {
    List<String> known = plan.entities().stream().map(EntityPlan::name).toList();
    if (!known.contains(entity)) {
      String hint =
          Hints.meant(entity, known).map(near -> " (did you mean " + near + "?)").orElse("");
      throw new OptionsWrong(
          "the plan has no entity " + entity + hint + "; it has " + String.join(", ", known));
    }
  }

  @Override
  public void close() {
    storePlace.close();
    servers.close();
  }
}
