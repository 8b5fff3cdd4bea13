package io.rehome.pipelines;

import io.rehome.io.Agreement;
import io.rehome.io.Difference;
import io.rehome.io.Difference.Kind;
import io.rehome.io.Ledger;
import io.rehome.io.Scan;
import io.rehome.io.SecondLook;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.transforms.MapPages;
import io.rehome.transforms.MapRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks again at what seems to differ, with growing pauses: source row, store and target row are
 * read anew by key, since a source that lives changes between two looks. A table without a key
 * cannot be read by key: there a first look is the last.
 */
final class LookAgain {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Parts parts;
  private final Scan scan;

  LookAgain(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  void look(List<Stretch> stretches) {
    Duration pause = FIRST_PAUSE;
    int looks = parts.request().choice().checking().looks();
    for (int look = 1; look <= looks && stretches.stream().anyMatch(this::isSuspect); look++) {
      parts.progress().phase("looking again, %d of %d".formatted(look, looks));
      parts.rounds().rest(pause);
      stretches.stream().filter(stretch -> !stretch.source().isKeyless()).forEach(this::look);
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
  }

  private boolean isSuspect(Stretch stretch) {
    return !parts
        .rounds()
        .ask(
            () ->
                parts
                    .workplace()
                    .verifications()
                    .differences(scan, stretch.entity(), Optional.empty(), 1))
        .isEmpty();
  }

  private void look(Stretch stretch) {
    new EachDifference(parts, scan)
        .forEach(stretch, some -> parts.rounds().step(() -> look(stretch, some)));
  }

  private void look(Stretch stretch, List<Difference> differences) {
    Map<SourceKey, Judgement> judgements = judged(stretch, differences);
    Set<Difference> unexpected =
        new UnexpectedRows(parts.workplace(), stretch).stillThere(differences);
    List<SecondLook> looks =
        differences.stream()
            .map(
                before ->
                    before.kind() == Kind.UNEXPECTED
                        ? look(before, unexpected)
                        : look(before, judgements))
            .toList();
    parts.workplace().verifications().lookedAgain(scan, stretch.entity(), looks);
  }

  private Map<SourceKey, Judgement> judged(Stretch stretch, List<Difference> differences) {
    Set<SourceKey> keys = new LinkedHashSet<>();
    differences.stream()
        .filter(it -> it.kind() != Kind.UNEXPECTED)
        .forEach(it -> it.source().ifPresent(key -> keys.add(new SourceKey(key))));
    if (keys.isEmpty()) {
      return Map.of();
    }
    Workplace workplace = parts.workplace();
    List<SourceRow> rows = workplace.source().fetch(stretch.source(), List.copyOf(keys));
    Map<SourceKey, Judgement> judgements = new HashMap<>();
    try (Ledger ledger = workplace.store().ledger(workplace.tag())) {
      new CompareWithTarget(workplace, stretch.entity())
          .judge(mapped(stretch, rows), ledger)
          .forEach(judgement -> judgements.put(judgement.key(), judgement));
    }
    return judgements;
  }

  private Passage mapped(Stretch stretch, List<SourceRow> rows) {
    PageId page = new PageId(stretch.entity(), PageId.BY_KEY, 0, 0);
    return MapPages.map(
        new Page(page, rows, new Page.End.Last(), 0),
        new MapRecord(parts.workplace().rules().rules(stretch.entity())));
  }

  private static SecondLook look(Difference before, Set<Difference> unexpected) {
    return unexpected.contains(before)
        ? new SecondLook(before, Optional.of(before), Agreement.SAME)
        : new SecondLook(before, Optional.empty(), Agreement.SAME);
  }

  private static SecondLook look(Difference before, Map<SourceKey, Judgement> judgements) {
    Judgement judgement = judgements.get(new SourceKey(before.key()));
    if (judgement == null) {
      return new SecondLook(before, Optional.empty(), Agreement.GONE);
    }
    Optional<Difference> now =
        judgement.differences().stream().filter(it -> isOfSort(it, before)).findFirst();
    return new SecondLook(before, now, judgement.agreement());
  }

  /** A changed row may be missing now; that it was there twice is another matter. */
  private static boolean isOfSort(Difference now, Difference before) {
    return (now.kind() == Kind.DUPLICATED) == (before.kind() == Kind.DUPLICATED);
  }
}
