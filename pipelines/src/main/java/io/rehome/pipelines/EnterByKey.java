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

  /**
   * Runs these records through a pass.
   *
   * @param range what their pages stand for: {@link PageId#BY_KEY} or {@link PageId#SETTLING}
   */
  void enter(
      Stretch stretch, List<SourceKey> keys, long range, GatherPages.Origin origin, Pass pass) {
    List<KeySlice> slices = slices(stretch.entity(), keys, range);
    parts
        .rounds()
        .run(
            pass.name().toLowerCase(Locale.ROOT),
            pipeline -> {
              parts.river().gather(pipeline, stretch, slices, origin, pass);
              return !slices.isEmpty();
            });
  }

  private List<KeySlice> slices(String entity, List<SourceKey> keys, long range) {
    long reading = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    List<KeySlice> slices = new ArrayList<>();
    for (List<SourceKey> some : Lists.partition(keys, parts.volume().pageRows())) {
      PageId page = new PageId(entity, range, reading, slices.size());
      slices.add(new KeySlice(page, List.copyOf(some)));
    }
    return slices;
  }
}
