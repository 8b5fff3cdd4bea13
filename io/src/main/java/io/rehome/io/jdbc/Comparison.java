package io.rehome.io.jdbc;

import io.rehome.io.Landing;
import io.rehome.io.Upload;
import io.rehome.model.Document;
import io.rehome.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What the target holds of an upload that was sent before. For one thread. */
final class Comparison {
  private final Slot slot;
  private final int[] key;
  private final List<Document> held = new ArrayList<>();
  private boolean isPresent;
  private boolean isEqual;

  Comparison(Slot slot, int[] key) {
    this.slot = slot;
    this.key = key;
  }

  Slot slot() {
    return slot;
  }

  /** The new document first, then those that may be there. */
  List<Document> candidates() {
    List<Document> candidates = new ArrayList<>();
    candidates.add(slot.document());
    slot.upload().held().stream().filter(this::tellsMore).forEach(candidates::add);
    return candidates;
  }

  /** A document of another key, from before a rule changed, tells nothing of this row. */
  private boolean tellsMore(Document other) {
    return !other.equals(slot.document())
        && IntStream.of(key)
            .allMatch(i -> Objects.equals(other.values().get(i), slot.document().values().get(i)));
  }

  void found(Document candidate, boolean isHeld) {
    isPresent = true;
    if (isHeld && candidate.equals(slot.document())) {
      isEqual = true;
    } else if (isHeld) {
      held.add(candidate);
    }
  }

  boolean isOurs() {
    return !isEqual && !held.isEmpty();
  }

  Document held() {
    return held.get(0);
  }

  boolean isOverwritten() {
    return isPresent
        && !isEqual
        && held.isEmpty()
        && slot.upload().claim() == Upload.Claim.OVERWRITE;
  }

  boolean mayBeInserted() {
    return !isPresent && slot.upload().claim() != Upload.Claim.AS_CONFIRMED;
  }

  void landWhatIsLeftAlone() {
    if (isEqual) {
      slot.land(new Landing.Equal());
    } else if (!isPresent && !mayBeInserted()) {
      slot.refuse(Reason.TARGET_CHANGED, "", "the row was deleted in the target");
    } else if (isPresent && !isOurs() && !isOverwritten()) {
      slot.refuse(
          Reason.TARGET_CHANGED, "", "the target's row is not as we left it: changed there");
    }
  }
}
