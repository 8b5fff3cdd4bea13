package io.rehome.pipelines;

import io.rehome.plan.CheckedEntity;
import io.rehome.plan.Levels.Level;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes a mode's records down the levels, parents before children: they enter, what had to wait for
 * others is settled, and the children that waited for them follow. What killed runs left of those
 * that are not to be there is taken back at the end.
 */
final class Descent {
  private final Parts parts;
  private final SettleGroups settling;
  private final ReleaseChildren releasing;

  Descent(Parts parts) {
    this.parts = parts;
    this.settling = new SettleGroups(parts);
    this.releasing = new ReleaseChildren(parts, settling);
  }

  /** Goes down. {@code entrance} lets the wanted records of a level's entities in. */
  void go(Consumer<List<Stretch>> entrance) {
    List<Level> levels = parts.plan().levels().levels();
    for (int i = 0; i < levels.size(); i++) {
      List<Stretch> stretches = wanted(levels.get(i));
      if (!stretches.isEmpty()) {
        parts.progress().phase(title(i, levels.size(), stretches));
      }
      entrance.accept(stretches);
      levels.get(i).groups().forEach(settling::settle);
      releasing.release(levels.get(i));
    }
    new WithdrawLeft(parts).withdraw();
    parts.plan().entities().forEach(this::advanceSequences);
  }

  private void advanceSequences(CheckedEntity entity) {
    parts.rounds().step(() -> parts.workplace().target().advanceSequences(entity.shape()));
  }

  private List<Stretch> wanted(Level level) {
    return level.groups().stream()
        .flatMap(group -> group.entities().stream())
        .filter(parts.request()::wants)
        .map(entity -> Stretches.of(parts.plan(), entity))
        .toList();
  }

  private static String title(int level, int levels, List<Stretch> stretches) {
    String entities = String.join(", ", stretches.stream().map(Stretch::entity).toList());
    return "level %d of %d: %s".formatted(level + 1, levels, entities);
  }
}
