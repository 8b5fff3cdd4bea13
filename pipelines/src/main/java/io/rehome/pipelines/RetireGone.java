package io.rehome.pipelines;

import io.rehome.io.Leaving;
import io.rehome.io.Retirement;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.plan.Retirements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Treats the records that are gone as their entities' {@code deletes:} say, children first. Where
 * one entity would lose more than is allowed, nothing is deleted or changed of any.
 */
final class RetireGone {
  private final Parts parts;
  private final Scan scan;
  private final Retirements retirements;

  RetireGone(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
    this.retirements = new Retirements(parts.plan().plan());
  }

  void retire(List<Stretch> childrenFirst) {
    Map<Stretch, Retirement> wanted = new LinkedHashMap<>();
    childrenFirst.forEach(
        stretch -> retirement(stretch).ifPresent(one -> wanted.put(stretch, one)));
    boolean allowed = heldBack(List.copyOf(wanted.keySet())).isEmpty();
    for (Stretch stretch : childrenFirst) {
      Retirement retirement = wanted.get(stretch);
      if (retirement != null && allowed) {
        new RetireRows(parts, scan, stretch, retirement).retire();
      }
      if (retirement == null || allowed) {
        parts.rounds().step(() -> selections().gone(scan, stretch.entity()));
      }
    }
  }

  private Optional<Retirement> retirement(Stretch stretch) {
    return retirements.of(parts.plan().entity(stretch.entity()));
  }

  private List<String> heldBack(List<Stretch> stretches) {
    List<String> heldBack = new ArrayList<>();
    for (Stretch stretch : stretches) {
      Leaving leaving = parts.rounds().ask(() -> selections().leaving(scan, stretch.entity()));
      if (!parts.request().choice().maxDeletes().covers(leaving.leaving(), leaving.present())) {
        heldBack.add(stretch.entity());
        parts.remarks().refuse(heldBack(stretch.entity(), leaving));
      }
    }
    return heldBack;
  }

  private String heldBack(String entity, Leaving leaving) {
    return "%s: %d of %d records are gone from the source, more than --max-deletes=%s allows: nothing was deleted"
        .formatted(
            entity, leaving.leaving(), leaving.present(), parts.request().choice().maxDeletes());
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
