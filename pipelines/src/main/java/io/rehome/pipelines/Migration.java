package io.rehome.pipelines;

import io.rehome.io.Campaign;
import io.rehome.io.Lease;
import io.rehome.io.MarketplaceBusy;
import io.rehome.io.ReadLimits;
import io.rehome.io.Register;
import io.rehome.io.RunTag;
import io.rehome.plan.CheckedEntity;
import io.rehome.plan.CheckedPlan;
import io.rehome.plan.OpenConnections;
import io.rehome.plan.PlanRules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One invocation of a mode, from the lease to the books. */
public final class Migration {
  private final CheckedPlan plan;
  private final PlanVersion planVersion;
  private final Handles handles;
  private final RunRequest request;
  private final Progress progress;
  private final Stop stop = new Stop();
  private final Instant started = Instant.now();

  /** A run that is not started yet. */
  public Migration(
      CheckedPlan plan,
      PlanVersion planVersion,
      Handles handles,
      RunRequest request,
      Progress progress) {
    this.plan = plan;
    this.planVersion = planVersion;
    this.handles = handles;
    this.request = request;
    this.progress = progress;
  }

  /** Asks the run to end soon, in such a way that the same command continues. From any thread. */
  public void stop() {
    stop.request();
  }

  /**
   * Runs to the end, or as far as outages and {@link #stop} let it.
   *
   * @throws MarketplaceBusy where another run holds the marketplace
   * @throws NotReady where store or target lack their tables
   * @throws RunFailed where a fault of our own stopped it
   */
  public Ending run() throws MarketplaceBusy, NotReady, RunFailed {
    requireReady();
    String marketplace = plan.plan().marketplace();
    String run = RunName.of(marketplace, request.mode(), started);
    Tenure tenure = request.mode().tenure(request.choice());
    try (Lease lease = tenure.begin(handles, marketplace, run)) {
      return run(run, lease);
    }
  }

  private void requireReady() throws NotReady {
    NotReady.refuse(handles.store());
  }

  private Ending run(String run, Lease lease) throws RunFailed {
    Register register = handles.store().register(plan.plan().marketplace());
    Campaign campaign = register.campaign(request.begin());
    int version = register.planVersion(planVersion.text(), planVersion.rules());
    RunTag tag = new RunTag(plan.plan().marketplace(), campaign.id(), run, version, lease.fence());
    register.enrol(targetTables());
    register.keep(
        handles.source().identity(), plan.entities().stream().map(CheckedEntity::source).toList());
    register.start(tag, request.mode().name(), request.runner());
    Closing closing = new Closing(handles.store(), request, tag, started);
    Ending ending = closing.after(() -> flow(tag, register, campaign, lease, closing.remarks()));
    Patience.with(() -> register.finish(tag, ending.state().name(), ending.exit().code()));
    if (closing.fault().isPresent()) {
      throw new RunFailed(ending, closing.fault().get());
    }
    return ending;
  }

  private Map<String, String> targetTables() {
    Map<String, String> tables = new LinkedHashMap<>();
    plan.entities().forEach(entity -> tables.put(entity.name(), entity.plan().to()));
    return tables;
  }

  private void flow(
      RunTag tag, Register register, Campaign campaign, Lease lease, Remarks remarks) {
    OpenConnections.warnings(plan.plan()).forEach(remarks::add);
    handles.source().lag().ifPresent(this::tellLag);
    RulesVersion version = rulesVersion(tag, register);
    Workplace workplace = workplace(tag, campaign, version);
    Volume volume = Volume.of(Runtime.getRuntime().maxMemory(), request.rowsPerSecond());
    Rounds rounds =
        new Rounds(
            request,
            tag.run(),
            handles.source(),
            lease,
            stop,
            new ProgressWatch(
                handles.store().accounts(tag.marketplace()), campaign, tag.run(), progress));
    River river = new River(workplace, limits(volume), gate(tag, volume));
    request
        .mode()
        .flow(
            new Parts(
                plan, request, workplace, version, register, campaign, river, volume, rounds,
                progress, remarks));
    InFlight.forget(tag.run());
  }

  private void tellLag(java.time.Duration lag) {
    progress.note("the source is a replica, %d s behind".formatted(lag.toSeconds()));
  }

  private RulesVersion rulesVersion(RunTag tag, Register register) {
    return new RulesVersion(
        tag.planVersion(),
        register.corrections(tag),
        new KeepLookups(plan.plan(), handles.source(), register).versions());
  }

  private Workplace workplace(RunTag tag, Campaign campaign, RulesVersion version) {
    PlanRules rules =
        new PlanRules(
            plan,
            campaign.started(),
            new KeptLookups(handles.store(), tag, version.lookups()),
            new KeptCorrections(handles.store(), tag, version.corrections()));
    return new Workplace(handles.source(), handles.store(), handles.target(), tag, rules);
  }

  private ReadLimits limits(Volume volume) {
    return new ReadLimits(
        List.of(),
        volume.pageRows(),
        volume.pageBytes(),
        volume.splitBytes(),
        request.rowsPerSecond());
  }

  private Gate gate(RunTag tag, Volume volume) {
    return request.runner().equals("DirectRunner")
        ? new Gate.Bounded(tag.run(), volume)
        : new Gate.Open();
  }
}
