package io.rehome.pipelines;

import io.rehome.io.Difference;
import io.rehome.io.Scan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The differences of an entity, some at a time, in the order of their keys. */
final class EachDifference {
  private static final int AT_ONCE = 500;

  private final Parts parts;
  private final Scan scan;

  EachDifference(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  /** Hands over all of them; {@code some} may change what becomes of those it is given. */
  void forEach(Stretch stretch, Consumer<List<Difference>> some) {
    Optional<Difference> last = Optional.empty();
    List<Difference> next = after(stretch, last);
    while (!next.isEmpty()) {
      some.accept(next);
      last = Optional.of(next.get(next.size() - 1));
      next = after(stretch, last);
    }
  }

  private List<Difference> after(Stretch stretch, Optional<Difference> last) {
    return parts
        .rounds()
        .ask(
            () ->
                parts
                    .workplace()
                    .verifications()
                    .differences(scan, stretch.entity(), last, AT_ONCE));
  }
}
