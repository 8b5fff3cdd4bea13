package io.rehome.pipelines;

import io.rehome.model.SourceKey;
import io.rehome.plan.Levels.Group;
import io.rehome.plan.Levels.Level;
import java.util.List;

/**
 * Lets the records re-enter that were rejected for want of a parent which is present now, whatever
 * entities the run was asked for.
 */
final class ReleaseChildren {
  private static final int AT_ONCE = 50_000;

  private final Parts parts;
  private final SettleGroups settling;

  ReleaseChildren(Parts parts, SettleGroups settling) {
    this.parts = parts;
    this.settling = settling;
  }

  void release(Level level) {
    level.groups().forEach(this::release);
  }

  private void release(Group group) {
    while (releaseSome(group)) {
      settling.settle(group);
    }
  }

  private boolean releaseSome(Group group) {
    boolean some = false;
    for (String entity : group.entities()) {
      List<SourceKey> keys = parts.rounds().ask(() -> released(entity));
      new EnterByKey(parts)
          .enter(Stretches.of(parts.plan(), entity), keys, Errand.byKey(Origin.STORE));
      some |= !keys.isEmpty();
    }
    return some;
  }

  private List<SourceKey> released(String entity) {
    return parts.register().released(parts.workplace().tag(), entity, AT_ONCE);
  }
}
