package io.rehome.pipelines;

import java.util.List;

/** Which of the entities that write one table answers for its rows that are nobody's. */
enum Neighbours {
  /** It is the first of them, or the only one. */
  NONE_BEFORE,
  /** Another one does. */
  SOME_BEFORE;

  static Neighbours of(Parts parts, List<Stretch> stretches, Stretch stretch) {
    Stretch first =
        stretches.stream()
            .filter(it -> table(parts, it).equals(table(parts, stretch)))
            .findFirst()
            .orElse(stretch);
    return first.entity().equals(stretch.entity()) ? NONE_BEFORE : SOME_BEFORE;
  }

  private static String table(Parts parts, Stretch stretch) {
    return parts.plan().entity(stretch.entity()).plan().to();
  }
}
