package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.io.Scan;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.beam.sdk.Pipeline;

/** Compares the records of those keys alone that the run was asked for. */
final class VerifyKeys {
  private final Parts parts;
  private final Scan scan;

  VerifyKeys(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  void verify(Stretch stretch) {
    parts.rounds().run("verify", pipeline -> fill(pipeline, stretch));
  }

  private boolean fill(Pipeline pipeline, Stretch stretch) {
    parts.workplace().verifications().forgetGathered(scan, stretch.entity());
    River river = parts.river();
    river
        .mapped(
            river.gathered(
                pipeline, stretch, slices(stretch.entity()), Errand.byKey(Origin.SOURCE)),
            stretch)
        .apply(
            "Compare " + stretch.entity(),
            new ComparePages(parts.workplace(), stretch.entity(), scan));
    return true;
  }

  private List<KeySlice> slices(String entity) {
    List<SourceKey> keys = parts.request().keys().stream().map(SourceKey::new).toList();
    long reading = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    List<KeySlice> slices = new ArrayList<>();
    for (List<SourceKey> some : Lists.partition(keys, parts.volume().pageRows())) {
      PageId page = new PageId(entity, PageId.BY_KEY, reading, slices.size());
      slices.add(new KeySlice(page, List.copyOf(some)));
    }
    return slices;
  }
}
