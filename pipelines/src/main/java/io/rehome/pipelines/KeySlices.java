package io.rehome.pipelines;

import io.rehome.model.SourceKey;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Keys that the store lists, a slice at a time, in key order. */
record KeySlices(Question question, int slice) implements Iterable<List<SourceKey>> {

  /** Asks for the first so many keys after this one. */
  @FunctionalInterface
  interface Question {
    List<SourceKey> after(Optional<SourceKey> last, int limit);
  }

  /** The settled records of an entity that are not loaded yet. */
  static KeySlices settled(Parts parts, String entity, int slice) {
    return new KeySlices(
        (last, limit) -> Patience.of(() -> parts.register().settled(entity, last, limit)), slice);
  }

  @Override
  public Iterator<List<SourceKey>> iterator() {
    return new Iterator<>() {
      private List<SourceKey> next = question.after(Optional.empty(), slice);

      @Override
      public boolean hasNext() {
        return !next.isEmpty();
      }

      @Override
      public List<SourceKey> next() {
        List<SourceKey> current = next;
        next =
            current.size() < slice
                ? List.of()
                : question.after(Optional.of(current.get(slice - 1)), slice);
        return current;
      }
    };
  }
}
