package io.rehome.plan;

import io.rehome.transforms.expression.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a problem suggests. */
public final class Hints {
  private static final int FEW = 8;

  private Hints() {}

  /** The name that was probably meant. */
  public static Optional<String> meant(String name, Collection<String> known) {
    return NearestName.of(name, known);
  }

  /** The name that was probably meant, else all of them where they are few. */
  static String nearest(String name, Collection<String> known) {
    String near = NearestName.hint(name, known);
    if (!near.isEmpty() || known.isEmpty() || known.size() > FEW) {
      return near;
    }
    List<String> sorted = known.stream().sorted().toList();
    return "there is " + String.join(", ", sorted);
  }
}
