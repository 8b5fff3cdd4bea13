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
 * <p>First they are unlinked, or get back what was confirmed of them before, and so are those that
 * stay but name one of them; then those that were never confirmed are deleted, in the reverse of
 * the order in which they were placed.
 */
final class WithdrawRefused {
  private static final int AT_ONCE = 50_000;

  private final Parts parts;
  private final List<String> entities;

  WithdrawRefused(Parts parts, Group group) {
    this.parts = parts;
    this.entities = group.entities();
  }

  /**
   * Does nothing where none was refused; answers whether some that stay were unlinked and have to
   * be linked to what stands for their parents.
   */
  boolean withdraw() {
    RunTag tag = parts.workplace().tag();
    if (!parts.rounds().ask(() -> parts.register().isAnyRefused(tag, entities))) {
      return false;
    }
    boolean unlinked = parts.rounds().ask(this::takeOut);
    parts.rounds().step(() -> parts.register().rejectDoomed(tag, entities));
    return unlinked;
  }

  private boolean takeOut() {
    Workplace workplace = parts.workplace();
    boolean unlinked = false;
    try (Ledger ledger = workplace.store().ledger(workplace.tag());
        Loading target = workplace.target().open(workplace.tag().fence())) {
      for (String entity : entities) {
        unlinked |= takeBack(entity, linkedToDoomed(entity), ledger, target, Placed::unlinked);
        takeBack(entity, doomed(entity), ledger, target, Placed::unlinked);
      }
      for (String entity : Lists.reverse(entities)) {
        takeBack(entity, doomed(entity), ledger, target, Placed::removed);
      }
    }
    return unlinked;
  }

  private boolean takeBack(
      String entity,
      KeySlices slices,
      Ledger ledger,
      Loading target,
      Function<Placed, List<Withdrawal>> step) {
    Placed.Form form = new Placed.Form(Stretches.of(parts.plan(), entity), parts.workplace());
    boolean any = false;
    for (List<SourceKey> keys : slices) {
      any = true;
      for (List<SourceKey> some : Lists.partition(keys, parts.volume().pageRows())) {
        List<Withdrawal> withdrawals = new ArrayList<>();
        form.placed(ledger, some).forEach(placed -> withdrawals.addAll(step.apply(placed)));
        if (!withdrawals.isEmpty()) {
          target.withdraw(form.shape(), withdrawals);
        }
      }
    }
    return any;
  }

  private KeySlices doomed(String entity) {
    return new KeySlices(
        (last, limit) -> parts.register().doomed(entities, entity, last, limit), AT_ONCE);
  }

  private KeySlices linkedToDoomed(String entity) {
    return new KeySlices(
        (last, limit) -> parts.register().linkedToDoomed(entities, entity, last, limit), AT_ONCE);
  }
}
