package io.rehome.pipelines;

import io.rehome.model.SourceKey;
import io.rehome.plan.Levels.Group;
import io.rehome.plan.Levels.Level;
import java.util.List;

/**
 * Lets the records re-enter that were rejected for want of a parent which is present now, or in
 * which a value stands for it, whatever entities the run was asked for.
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
      Stretch stretch = Stretches.of(parts.plan(), entity);
      some |= enter(stretch, parts.rounds().ask(() -> released(entity)), Origin.STORE);
      some |= enter(stretch, parts.rounds().ask(() -> stoodFor(entity)), ofLoaded(stretch));
    }
    return some;
  }

  private boolean enter(Stretch stretch, List<SourceKey> keys, Origin origin) {
    new EnterByKey(parts).enter(stretch, keys, Errand.byKey(origin));
    return !keys.isEmpty();
  }

  /** Of a loaded record the original may not be kept; that of a row without a key is. */
  private static Origin ofLoaded(Stretch stretch) {
    return stretch.source().isKeyless() ? Origin.STORE : Origin.SOURCE;
  }

  private List<SourceKey> stoodFor(String entity) {
    return parts.register().stoodFor(parts.workplace().tag(), entity, AT_ONCE);
  }

  private List<SourceKey> released(String entity) {
    return parts.register().released(parts.workplace().tag(), entity, AT_ONCE);
  }
}
