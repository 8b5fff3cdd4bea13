package io.rehome.io.jdbc;

import io.rehome.model.DocumentShape;
import io.rehome.model.TargetKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Remembers what was sent in a transaction whose commit was not answered, so that a caller who
 * sends the same uploads again is not told that its own rows are somebody else's.
 */
final class Unanswered {
  private final Map<DocumentShape, Set<TargetKey>> sent = new HashMap<>();

  void keep(DocumentShape shape, Slots slots) {
    Set<TargetKey> keys = sent.computeIfAbsent(shape, s -> new HashSet<>());
    slots.toWrite().forEach(slot -> keys.add(slot.upload().key()));
  }

  /** Marks those slots that were sent before. */
  void mark(DocumentShape shape, Slots slots) {
    Set<TargetKey> keys = sent.getOrDefault(shape, Set.of());
    if (!keys.isEmpty()) {
      slots.toWrite().stream()
          .filter(slot -> keys.contains(slot.upload().key()))
          .forEach(Slot::wasPerhapsSent);
    }
  }

  /** The fate of these is known now. */
  void forget(DocumentShape shape, Slots slots) {
    Set<TargetKey> keys = sent.getOrDefault(shape, Set.of());
    if (!keys.isEmpty()) {
      slots.toWrite().forEach(slot -> keys.remove(slot.upload().key()));
    }
  }
}
