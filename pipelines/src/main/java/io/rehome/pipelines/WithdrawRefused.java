package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.io.Ledger;
import io.rehome.io.Loading;
import io.rehome.io.RunTag;
import io.rehome.io.Withdrawal;
import io.rehome.model.SourceKey;
import io.rehome.plan.Levels.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Takes those records of a cycle out of the target that it refused, and all that hang on them, and
 * rejects them when they are out: until then they are PENDING, so that nothing that is REJECTED is
 * ever present. Every step can be done again, also by a later run.
 *
 * <p>First they are unlinked, or get back what was confirmed of them before; then those that were
 * never confirmed are deleted, in the reverse of the order in which they were placed.
 */
final class WithdrawRefused {
  private static final int AT_ONCE = 50_000;

  private final Parts parts;
  private final List<String> entities;

  WithdrawRefused(Parts parts, Group group) {
    this.parts = parts;
    this.entities = group.entities();
  }

  /** Does nothing where none was refused. */
  void withdraw() {
    RunTag tag = parts.workplace().tag();
    if (parts.rounds().ask(() -> parts.register().isAnyRefused(tag, entities))) {
      parts.rounds().step(this::takeOut);
      parts.rounds().step(() -> parts.register().rejectDoomed(tag, entities));
    }
  }

  private void takeOut() {
    Workplace workplace = parts.workplace();
    try (Ledger ledger = workplace.store().ledger(workplace.tag());
        Loading target = workplace.target().open(workplace.tag().fence())) {
      entities.forEach(entity -> takeOut(entity, ledger, target, Placed::unlinked));
      Lists.reverse(entities).forEach(entity -> takeOut(entity, ledger, target, Placed::removed));
    }
  }

  private void takeOut(
      String entity, Ledger ledger, Loading target, Function<Placed, List<Withdrawal>> step) {
    Placed.Form form = new Placed.Form(Stretches.of(parts.plan(), entity), parts.workplace());
    for (List<SourceKey> keys : doomed(entity)) {
      for (List<SourceKey> some : Lists.partition(keys, parts.volume().pageRows())) {
        List<Withdrawal> withdrawals = new ArrayList<>();
        form.placed(ledger, some).forEach(placed -> withdrawals.addAll(step.apply(placed)));
        if (!withdrawals.isEmpty()) {
          target.withdraw(form.shape(), withdrawals);
        }
      }
    }
  }

  private KeySlices doomed(String entity) {
    return new KeySlices(
        (last, limit) -> parts.register().doomed(entities, entity, last, limit), AT_ONCE);
  }
}
