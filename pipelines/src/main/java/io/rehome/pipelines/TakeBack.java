package io.rehome.pipelines;

import io.rehome.io.Landing;
import io.rehome.io.Loading;
import io.rehome.io.Retirement;
import io.rehome.io.Unproven;
import io.rehome.io.Upload;
import io.rehome.model.SourceKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes rows out of the target that were sent of records which are not to be there, and whose fate
 * is unknown. Where something was confirmed of a record before, that stands there again. Rows that
 * are not as they were sent are left alone; twice is as once.
 */
final class TakeBack {
  private final Placed.Form form;
  private final Loading target;

  TakeBack(Placed.Form form, Loading target) {
    this.form = form;
    this.target = target;
  }

  /** Answers those of the records that the target holds on to, or that were changed there. */
  Set<SourceKey> takeBack(Map<SourceKey, Unproven> records) {
    unlink(records);
    Set<SourceKey> refused = new HashSet<>();
    refused.addAll(refused(records, Placed::strays, this::deleted));
    refused.addAll(refused(records, Placed::restored, this::loaded));
    return refused;
  }

  /** Rows of a cycle hold each other; without their late references they do not. */
  private void unlink(Map<SourceKey, Unproven> records) {
    if (!form.late().isEmpty() && !records.isEmpty()) {
      target.withdraw(
          form.shape(),
          records.values().stream()
              .flatMap(unproven -> new Placed(form, unproven).loosened().stream())
              .toList());
    }
  }

  private List<Landing> deleted(List<Upload> uploads) {
    return target.retire(form.shape(), new Retirement.Delete(), uploads);
  }

  private List<Landing> loaded(List<Upload> uploads) {
    return target.load(form.shape(), uploads);
  }

  private Set<SourceKey> refused(
      Map<SourceKey, Unproven> records,
      Function<Placed, List<Upload>> asked,
      Function<List<Upload>, List<Landing>> asking) {
    List<SourceKey> keys = new ArrayList<>();
    List<Upload> uploads = new ArrayList<>();
    records.forEach(
        (key, unproven) ->
            asked
                .apply(new Placed(form, unproven))
                .forEach(
                    upload -> {
                      keys.add(key);
                      uploads.add(upload);
                    }));
    return uploads.isEmpty() ? Set.of() : Uploads.refused(keys, asking.apply(uploads)).keySet();
  }
}
