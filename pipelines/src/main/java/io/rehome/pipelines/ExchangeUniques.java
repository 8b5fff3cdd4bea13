package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.io.Ledger;
import io.rehome.io.Loading;
import io.rehome.io.RejectedRecord;
import io.rehome.io.Upload;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.Stage;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.MapPages;
import io.rehome.transforms.MapRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes again what the target refused in this run for a unique value that it held: meanwhile the
 * value's owner may have let go of it, or wait for another's itself. By the command, since rows
 * that exchange their values must come in one transaction.
 */
final class ExchangeUniques {
  /** A chain that is longer is cut, and what is cut off stays rejected. */
  private static final int AT_ONCE = 20_000;

  private final Parts parts;

  ExchangeUniques(Parts parts) {
    this.parts = parts;
  }

  void exchange(List<Stretch> stretches) {
    stretches.stream()
        .filter(stretch -> !rules(stretch).uniques().isEmpty())
        .forEach(
            stretch ->
                Lists.partition(refused(stretch), AT_ONCE)
                    .forEach(keys -> parts.rounds().step(() -> exchange(stretch, keys))));
  }

  private List<SourceKey> refused(Stretch stretch) {
    return parts.rounds().ask(() -> refusedNow(stretch));
  }

  private List<SourceKey> refusedNow(Stretch stretch) {
    Workplace workplace = parts.workplace();
    List<SourceKey> keys = new ArrayList<>();
    workplace
        .store()
        .accounts(workplace.tag().marketplace())
        .rejected(
            workplace.tag().run(),
            record -> {
              if (record.entity().equals(stretch.entity()) && isForAValue(record)) {
                keys.add(new SourceKey(record.sourceKey()));
              }
            });
    return keys;
  }

  private static boolean isForAValue(RejectedRecord record) {
    return record.rejection().stage() == Stage.LOAD
        && record.rejection().reason() == Reason.DUPLICATE;
  }

  private void exchange(Stretch stretch, List<SourceKey> keys) {
    Workplace workplace = parts.workplace();
    EntityRules rules = rules(stretch);
    try (Ledger ledger = workplace.store().ledger(workplace.tag());
        Loading target = workplace.target().open(workplace.tag().fence())) {
      Page page = page(stretch.entity(), ledger.kept(stretch.source(), keys));
      Passage passage =
          new Sift(rules, stretch.innerFields(), Pass.FIRST, workplace.spelling(ledger))
              .sift(MapPages.map(page, new MapRecord(rules)), ledger);
      List<Upload> uploads =
          new Uploads(stretch, rules.shape(), Pass.FIRST).of(passage.ready(), ledger);
      long number = ledger.begin(stretch.source(), rules.shape(), passage);
      List<SourceKey> sent =
          passage.ready().stream().map(candidate -> candidate.row().key()).toList();
      Map<SourceKey, Rejection> refused =
          Uploads.refused(sent, target.exchange(rules.shape(), uploads));
      ledger.keepOriginals(stretch.source(), Uploads.rows(passage.ready(), refused));
      ledger.confirm(number, refused);
    }
  }

  private static Page page(String entity, List<SourceRow> rows) {
    long keySum = rows.stream().mapToLong(row -> row.key().hash64()).sum();
    long reading = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    return new Page(
        new PageId(entity, PageId.BY_KEY, reading, 0), rows, new Page.End.Last(), keySum);
  }

  private EntityRules rules(Stretch stretch) {
    return parts.workplace().rules().rules(stretch.entity());
  }
}
