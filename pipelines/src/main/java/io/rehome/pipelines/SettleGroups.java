package io.rehome.pipelines;

import io.rehome.io.RunTag;
import io.rehome.model.SourceKey;
import io.rehome.plan.Levels.Group;
import io.rehome.plan.Levels.Timing;
import java.util.List;

/**
 * Decides the records that had to wait for the others of their entity or cycle, and loads those
 * that remain: first without the references that would close a circle, then with them.
 */
final class SettleGroups {
  private static final int AT_ONCE = 50_000;

  private final Parts parts;
  private final EnterByKey entrance;

  SettleGroups(Parts parts) {
    this.parts = parts;
    this.entrance = new EnterByKey(parts);
  }

  void settle(Group group) {
    RunTag tag = parts.workplace().tag();
    parts.rounds().step(() -> parts.register().settle(tag, group.entities()));
    if (has(group, Timing.DEFERRED)) {
      parts.rounds().step(() -> new LoadTogether(parts).load(group));
    } else if (has(group, Timing.LATE)) {
      placeAndLink(group);
    } else {
      group.entities().forEach(entity -> enter(entity, Pass.WHOLE));
    }
    parts.rounds().step(() -> parts.register().closeSettled(tag, group.entities()));
    parts.rounds().step(() -> parts.register().leaveOutOriginals(tag, keyed(group)));
  }

  /**
   * What the target refuses in between is taken out with all that hangs on it; what only named it,
   * and can do without, is linked anew.
   */
  private void placeAndLink(Group group) {
    WithdrawRefused withdrawal = new WithdrawRefused(parts, group);
    for (String entity : group.entities()) {
      enter(entity, Pass.PLACE);
      withdrawal.withdraw();
    }
    do {
      group.entities().forEach(entity -> enter(entity, Pass.LINK));
    } while (withdrawal.withdraw());
    RunTag tag = parts.workplace().tag();
    parts.rounds().step(() -> parts.register().confirmSettled(tag, group.entities()));
  }

  /** What tells a row without a key is its original alone. */
  private List<String> keyed(Group group) {
    return group.entities().stream()
        .filter(entity -> !Stretches.of(parts.plan(), entity).source().isKeyless())
        .toList();
  }

  private static boolean has(Group group, Timing timing) {
    return group.links().stream().anyMatch(link -> link.timing() == timing);
  }

  private void enter(String entity, Pass pass) {
    Stretch stretch = Stretches.of(parts.plan(), entity);
    for (List<SourceKey> keys : KeySlices.settled(parts, entity, AT_ONCE)) {
      entrance.enter(stretch, keys, Errand.settled(pass));
    }
  }
}
