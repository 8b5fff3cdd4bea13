package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.io.Ledger;
import io.rehome.io.Loading;
import io.rehome.model.SourceKey;
import io.rehome.plan.Levels.Group;
import io.rehome.plan.Levels.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Takes out of the target what earlier attempts may have left there of records that are not to be
 * there: a run was killed between writing a row and hearing of it, and by now the record is
 * rejected, skipped or gone. Children first; a row that others still reference is tried again as
 * long as others go.
 */
final class WithdrawLeft {
  private static final int AT_ONCE = 1_000;

  private final Parts parts;

  WithdrawLeft(Parts parts) {
    this.parts = parts;
  }

  /** Costs a question for each entity where nothing was left. */
  void withdraw() {
    for (Level level : Lists.reverse(parts.plan().levels().levels())) {
      for (Group group : level.groups()) {
        while (parts.rounds().ask(() -> withdrawn(group)) > 0) {
          parts.progress().phase("taking back what killed runs left");
        }
      }
    }
  }

  /** How many records were done; what is left of the group may have waited for them. */
  private int withdrawn(Group group) {
    int done = 0;
    for (String entity : Lists.reverse(List.copyOf(group.entities()))) {
      for (List<SourceKey> keys : left(entity)) {
        done += withdrawn(entity, keys).size();
      }
    }
    return done;
  }

  private KeySlices left(String entity) {
    return new KeySlices((last, limit) -> parts.register().left(entity, last, limit), AT_ONCE);
  }

  private Collection<SourceKey> withdrawn(String entity, List<SourceKey> keys) {
    Workplace workplace = parts.workplace();
    Placed.Form form = new Placed.Form(Stretches.of(parts.plan(), entity), workplace);
    try (Ledger ledger = workplace.store().ledger(workplace.tag());
        Loading target = workplace.target().open(workplace.tag().fence())) {
      Set<SourceKey> refused =
          new TakeBack(form, target).takeBack(ledger.unproven(entity, form.shape(), keys));
      List<SourceKey> done = new ArrayList<>(keys);
      done.removeAll(refused);
      parts.register().withdrawn(workplace.tag(), entity, done);
      return done;
    }
  }
}
