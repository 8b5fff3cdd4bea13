package io.rehome.pipelines;

import io.rehome.io.Landing;
import io.rehome.io.Ledger;
import io.rehome.io.Loading;
import io.rehome.io.Upload;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.Passage;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.plan.Levels.Group;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.MapPages;
import io.rehome.transforms.MapRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loads the settled records of a cycle whose references are NOT NULL but deferrable: in one
 * transaction of the target, by the command itself, since no worker could see the others' rows.
 * Records are durable in the store before, and confirmed after, as everywhere.
 */
final class LoadTogether {
  private final Parts parts;
  private final long reading = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
  private final List<Begun> begun = new ArrayList<>();

  LoadTogether(Parts parts) {
    this.parts = parts;
  }

  /** Loads all settled records of the group. After an outage the whole group is loaded again. */
  void load(Group group) {
    Workplace workplace = parts.workplace();
    try (Ledger ledger = workplace.store().ledger(workplace.tag());
        Loading target = workplace.target().open(workplace.tag().fence())) {
      List<Loading.Batch> batches = new ArrayList<>();
      group.entities().forEach(entity -> begin(entity, ledger, batches));
      confirm(target.loadTogether(batches), ledger);
    }
  }

  private void begin(String entity, Ledger ledger, List<Loading.Batch> batches) {
    Stretch stretch = Stretches.of(parts.plan(), entity);
    EntityRules rules = parts.workplace().rules().rules(entity);
    MapRecord mapping = new MapRecord(rules);
    Sift sift =
        new Sift(rules, stretch.innerFields(), Pass.LINK, parts.workplace().spelling(ledger));
    for (List<SourceKey> keys : KeySlices.settled(parts, entity, parts.volume().pageRows())) {
      Page page = page(entity, ledger.kept(stretch.source(), keys));
      Passage passage = sift.sift(MapPages.map(page, mapping), ledger);
      List<Upload> uploads =
          new Uploads(stretch, rules.shape(), Pass.LINK).of(passage.ready(), ledger);
      long number = ledger.begin(stretch.source(), rules.shape(), passage);
      begun.add(new Begun(number, keys(passage)));
      batches.add(new Loading.Batch(rules.shape(), uploads));
    }
  }

  private Page page(String entity, List<SourceRow> rows) {
    long keySum = rows.stream().mapToLong(row -> row.key().hash64()).sum();
    PageId id = new PageId(entity, PageId.SETTLING, reading, begun.size());
    return new Page(id, rows, new Page.End.Last(), keySum);
  }

  private static List<SourceKey> keys(Passage passage) {
    return passage.ready().stream().map(ready -> ready.row().key()).toList();
  }

  private void confirm(List<List<Landing>> landings, Ledger ledger) {
    for (int i = 0; i < begun.size(); i++) {
      ledger.confirm(begun.get(i).page, Uploads.refused(begun.get(i).keys, landings.get(i)));
    }
  }

  private record Begun(long page, List<SourceKey> keys) {}
}
