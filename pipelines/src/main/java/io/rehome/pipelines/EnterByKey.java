package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Lets records enter the river by key. */
final class EnterByKey {
  private final Parts parts;

  EnterByKey(Parts parts) {
    this.parts = parts;
  }

  /** Runs these records through a pass. */
  void enter(Stretch stretch, List<SourceKey> keys, Errand errand) {
    List<KeySlice> slices = slices(stretch.entity(), keys, errand.range());
    parts
        .rounds()
        .run(
            errand.pass().name().toLowerCase(Locale.ROOT),
            pipeline -> {
              parts.river().gather(pipeline, stretch, slices, errand);
              return !slices.isEmpty();
            });
  }

  private List<KeySlice> slices(String entity, List<SourceKey> keys, long range) {
    long reading = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    List<KeySlice> slices = new ArrayList<>();
    for (List<SourceKey> some : Lists.partition(keys, parts.volume().pageRows())) {
      PageId page = new PageId(entity, range, reading, slices.size() * parts.volume().pageRows());
      slices.add(new KeySlice(page, List.copyOf(some)));
    }
    return slices;
  }
}
