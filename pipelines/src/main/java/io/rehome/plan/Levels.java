package io.rehome.plan;

import java.io.Serializable;
import java.util.List;

/**
 * The order in which entities are migrated: a level starts when those above it have finished.
 * Within a level, groups do not depend on each other.
 */
public record Levels(List<Level> levels) implements Serializable {

  /** Groups that can run side by side. */
  public record Level(List<Group> groups) implements Serializable {
    public Level {
      groups = List.copyOf(groups);
    }
  }

  /**
   * One entity, or the entities of a cycle.
   *
   * @param entities in an order in which each stands after those that its ORDERED links name
   * @param links the reference fields that point into the group itself: those of a cycle, and self
   *     references
   */
  public record Group(List<String> entities, List<Link> links) implements Serializable {
    public Group {
      entities = List.copyOf(entities);
      links = List.copyOf(links);
    }

    /** Whether its records can only be loaded after all of them are known. */
    public boolean isCycle() {
      return !links.isEmpty();
    }
  }

  /** A reference field that points into its own group. */
  public record Link(String entity, String field, String parent, Timing timing)
      implements Serializable {}

  /** When a reference within a group can be there. */
  public enum Timing {
    /** The field takes NULL: the record is loaded without it, and linked afterwards. */
    LATE,
    /** NOT NULL, but looked at when the transaction ends, or never. */
    DEFERRED,
    /** NOT NULL and looked at once: the parent's entity goes first. */
    ORDERED
  }

  public Levels {
    levels = List.copyOf(levels);
  }

  /** The group of this entity. */
  public Group group(String entity) {
    return levels.stream()
        .flatMap(level -> level.groups().stream())
        .filter(group -> group.entities().contains(entity))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no entity " + entity));
  }
}
