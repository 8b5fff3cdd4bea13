package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.io.Campaign;
import io.rehome.io.Fence;
import io.rehome.io.Held;
import io.rehome.io.Ledger;
import io.rehome.io.RunTag;
import io.rehome.model.Document;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceKey;
import io.rehome.plan.CheckedEntity;
import io.rehome.plan.CheckedPlan;
import io.rehome.plan.PlanRules;
import io.rehome.transforms.EntityRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks at what LOCAL_DIFF would touch. Takes no lease, writes nothing and runs in the command's
 * own process, whatever the runner: a run that goes on meanwhile is not disturbed, and may be seen
 * half.
 */
public final class PreviewLocalDiff {
  private static final int AT_ONCE = 1000;

  private final CheckedPlan plan;
  private final Handles handles;
  private final RunRequest request;
  private final Progress progress;
  private final Instant started = Instant.now();

  /** {@code handles} are those of the mode LOCAL_DIFF. */
  public PreviewLocalDiff(
      CheckedPlan plan, Handles handles, RunRequest request, Progress progress) {
    this.plan = plan;
    this.handles = handles;
    this.request = request;
    this.progress = progress;
  }

  /** Looks at all records of the entities that are asked for. */
  public Preview look() {
    String marketplace = plan.plan().marketplace();
    Optional<Campaign> campaign = handles.store().accounts(marketplace).campaign();
    PlanRules rules =
        new PlanRules(
            plan,
            campaign.map(Campaign::started).orElse(started),
            new LiveLookups(plan.plan(), handles.source()),
            new KeptCorrections(handles.store(), reader(), KeptCorrections.LATEST));
    List<Preview.Entity> entities =
        plan.entities().stream()
            .map(CheckedEntity::name)
            .filter(request::wants)
            .map(entity -> look(entity, rules))
            .toList();
    return new Preview(
        RunName.of(marketplace, Mode.LOCAL_DIFF, started) + "-preview",
        marketplace,
        campaign.map(Campaign::id).orElse(0L),
        Mode.LOCAL_DIFF,
        true,
        started,
        Instant.now(),
        entities);
  }

  /** It writes nothing, so that no fence has to be right. */
  private RunTag reader() {
    String marketplace = plan.plan().marketplace();
    return new RunTag(marketplace, 0, "preview", 0, new Fence(marketplace, 0));
  }

  private Preview.Entity look(String entity, PlanRules rules) {
    progress.phase("looking at " + entity);
    Stretch stretch = Stretches.of(plan, entity);
    PreviewTally all = new PreviewTally(rules.rules(entity).shape());
    List<Callable<PreviewTally>> looks = new ArrayList<>();
    spans(stretch).forEach(span -> looks.add(() -> look(stretch, rules, span)));
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      for (Future<PreviewTally> look : workers.invokeAll(looks)) {
        all.add(look.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stop.Stopped();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
    return all.of(entity);
  }

  private List<KeyRange> spans(Stretch stretch) {
    List<List<String>> bounds =
        new ArrayList<>(
            handles
                .source()
                .bounds(stretch.source(), Volume.of(Runtime.getRuntime().maxMemory()).rangeSize()));
    bounds.add(List.of());
    List<KeyRange> spans = new ArrayList<>();
    List<String> low = List.of();
    for (List<String> high : bounds) {
      spans.add(new KeyRange(stretch.entity(), -1 - spans.size(), low, high));
      low = high;
    }
    return spans;
  }

  private PreviewTally look(Stretch stretch, PlanRules factory, KeyRange span) {
    EntityRules rules = factory.rules(stretch.entity());
    Spelling spelling = new SourceSpelling(handles.source(), factory);
    PreviewTally tally = new PreviewTally(rules.shape());
    try (Ledger ledger = handles.store().ledger(reader())) {
      List<Remapped> touched = new ArrayList<>();
      new RemapSpan(rules, stretch, spelling)
          .each(
              span,
              ledger,
              one -> {
                if (one.fate() == Remapped.Fate.ENTERS) {
                  touched.add(one);
                } else {
                  tally.add(one, Optional.empty());
                }
              });
      Lists.partition(touched, AT_ONCE).forEach(some -> add(some, rules, ledger, tally));
    }
    return tally;
  }

  private static void add(
      List<Remapped> touched, EntityRules rules, Ledger ledger, PreviewTally tally) {
    List<SourceKey> keys = touched.stream().map(one -> one.kept().row().key()).toList();
    Map<SourceKey, Held> held = ledger.held(rules.source().entity(), rules.shape(), keys);
    for (Remapped one : touched) {
      Optional<Document> before =
          one.kept()
              .confirmed()
              .flatMap(any -> Optional.ofNullable(held.get(one.kept().row().key())))
              .map(it -> it.documents().get(0));
      tally.add(one, before);
    }
  }
}
