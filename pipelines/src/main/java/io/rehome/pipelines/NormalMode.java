package io.rehome.pipelines;

import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.plan.CheckedEntity;
import io.rehome.plan.Levels.Level;
import java.util.List;

/** NORMAL: each key range of the source once a campaign, parents before children. */
final class NormalMode {
  private final Parts parts;
  private final SettleGroups settling;
  private final ReleaseChildren releasing;

  NormalMode(Parts parts) {
    this.parts = parts;
    this.settling = new SettleGroups(parts);
    this.releasing = new ReleaseChildren(parts, settling);
  }

  void run() {
    List<Level> levels = parts.plan().levels().levels();
    for (int i = 0; i < levels.size(); i++) {
      List<Stretch> stretches = wanted(levels.get(i));
      parts.progress().phase(title(i, levels.size(), stretches));
      read(stretches);
      levels.get(i).groups().forEach(settling::settle);
      releasing.release(levels.get(i));
    }
    parts.plan().entities().forEach(this::advanceSequences);
  }

  private void advanceSequences(CheckedEntity entity) {
    parts.rounds().step(() -> parts.workplace().target().advanceSequences(entity.shape()));
  }

  private List<Stretch> wanted(Level level) {
    List<String> asked = parts.request().entities();
    return level.groups().stream()
        .flatMap(group -> group.entities().stream())
        .filter(entity -> asked.isEmpty() || asked.contains(entity))
        .map(entity -> Stretches.of(parts.plan(), entity))
        .toList();
  }

  private static String title(int level, int levels, List<Stretch> stretches) {
    String entities = String.join(", ", stretches.stream().map(Stretch::entity).toList());
    return "level %d of %d: %s".formatted(level + 1, levels, entities);
  }

  private void read(List<Stretch> stretches) {
    if (parts.request().keys().isEmpty()) {
      new ReadRanges(parts).read(stretches);
    } else {
      stretches.forEach(this::readKeys);
    }
  }

  private void readKeys(Stretch stretch) {
    List<SourceKey> keys = parts.request().keys().stream().map(SourceKey::new).toList();
    new EnterByKey(parts)
        .enter(stretch, keys, PageId.BY_KEY, GatherPages.Origin.SOURCE, Pass.FIRST);
  }
}
