package io.rehome.plan;

import io.rehome.plan.Levels.Group;
import io.rehome.plan.Levels.Level;
import io.rehome.plan.Levels.Link;
import io.rehome.plan.Levels.Timing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts entities into levels by their references. Entities that reach each other form one group; a
 * group's level is one below the deepest of the groups it references.
 */
final class Ordering {
  private final List<String> entities;
  private final List<Link> references;
  private final Map<String, Set<String>> reach = new LinkedHashMap<>();

  private Ordering(List<String> entities, List<Link> references) {
    this.entities = entities;
    this.references = references;
    entities.forEach(entity -> reach.put(entity, ancestors(entity, references)));
  }

  /**
   * The levels of these entities, which keep their order within a level.
   *
   * @param references all reference fields, also those that stay within a group; their timing is
   *     what the target's columns allow
   */
  static Levels of(List<String> entities, List<Link> references) {
    return new Ordering(entities, references).levels();
  }

  /**
   * The references that keep a group from being loaded at all: ORDERED ones that lead back to where
   * they start.
   */
  static List<Link> impossible(List<Link> references) {
    List<Link> ordered = references.stream().filter(Ordering::isOrdered).toList();
    return ordered.stream()
        .filter(
            link ->
                link.parent().equals(link.entity())
                    || ancestors(link.parent(), ordered).contains(link.entity()))
        .toList();
  }

  private Levels levels() {
    Map<Set<String>, Integer> depths = new LinkedHashMap<>();
    for (String entity : entities) {
      depth(members(entity), depths);
    }
    List<Level> levels = new ArrayList<>();
    for (int depth = 0; depths.containsValue(depth); depth++) {
      levels.add(level(depth, depths));
    }
    return new Levels(levels);
  }

  private Level level(int depth, Map<Set<String>, Integer> depths) {
    return new Level(
        entities.stream()
            .map(this::members)
            .distinct()
            .filter(members -> depth(members, depths) == depth)
            .map(this::group)
            .toList());
  }

  private int depth(Set<String> members, Map<Set<String>, Integer> depths) {
    Integer known = depths.get(members);
    if (known != null) {
      return known;
    }
    int depth = 0;
    for (Link link : references) {
      if (members.contains(link.entity()) && !members.contains(link.parent())) {
        depth = Math.max(depth, 1 + depth(members(link.parent()), depths));
      }
    }
    depths.put(members, depth);
    return depth;
  }

  /** The entities that reach this one and are reached by it, itself among them. */
  private Set<String> members(String entity) {
    Set<String> members = new LinkedHashSet<>();
    for (String other : entities) {
      boolean mutual = ancestorsOf(entity).contains(other) && ancestorsOf(other).contains(entity);
      if (other.equals(entity) || mutual) {
        members.add(other);
      }
    }
    return members;
  }

  private Group group(Set<String> members) {
    List<Link> inner =
        references.stream()
            .filter(link -> members.contains(link.entity()) && members.contains(link.parent()))
            .toList();
    return new Group(parentsFirst(members, inner), inner);
  }

  private static List<String> parentsFirst(Set<String> members, List<Link> inner) {
    List<Link> ordered = inner.stream().filter(Ordering::isOrdered).toList();
    Set<String> sorted = new LinkedHashSet<>();
    members.forEach(member -> place(member, ordered, sorted));
    return List.copyOf(sorted);
  }

  private static void place(String entity, List<Link> ordered, Set<String> sorted) {
    if (sorted.contains(entity)) {
      return;
    }
    for (Link link : ordered) {
      boolean upwards = link.entity().equals(entity) && !link.parent().equals(entity);
      if (upwards && !ancestors(link.parent(), ordered).contains(entity)) {
        place(link.parent(), ordered, sorted);
      }
    }
    sorted.add(entity);
  }

  private Set<String> ancestorsOf(String entity) {
    return reach.getOrDefault(entity, Set.of());
  }

  private static Set<String> ancestors(String entity, List<Link> references) {
    Set<String> found = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(entity));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      for (Link link : references) {
        if (link.entity().equals(next) && found.add(link.parent())) {
          open.add(link.parent());
        }
      }
    }
    return found;
  }

  private static boolean isOrdered(Link link) {
    return link.timing() == Timing.ORDERED;
  }
}
