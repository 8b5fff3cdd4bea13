package io.rehome.pipelines;

import io.rehome.model.SourceKey;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The settled records of an entity that are not loaded yet, a slice at a time, in key order. */
record SettledKeys(Parts parts, String entity, int slice) implements Iterable<List<SourceKey>> {

  @Override
  public Iterator<List<SourceKey>> iterator() {
    return new Iterator<>() {
      private List<SourceKey> next = after(Optional.empty());

      @Override
      public boolean hasNext() {
        return !next.isEmpty();
      }

      @Override
      public List<SourceKey> next() {
        List<SourceKey> current = next;
        next = after(Optional.of(current.get(current.size() - 1)));
        return current;
      }
    };
  }

  private List<SourceKey> after(Optional<SourceKey> last) {
    return Patience.of(() -> parts.register().settled(entity, last, slice));
  }
}
