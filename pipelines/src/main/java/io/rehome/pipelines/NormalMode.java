package io.rehome.pipelines;

import io.rehome.model.SourceKey;
import java.util.List;

/** NORMAL: each key range of the source once a campaign. */
final class NormalMode {
  private final Parts parts;

  NormalMode(Parts parts) {
    this.parts = parts;
  }

  void run() {
    new Descent(parts).go(this::read);
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
    new EnterByKey(parts).enter(stretch, keys, Errand.byKey(Origin.SOURCE));
  }
}
