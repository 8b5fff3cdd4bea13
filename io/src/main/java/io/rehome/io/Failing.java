package io.rehome.io;

import io.rehome.model.Reason;
import io.rehome.model.Stage;
import io.rehome.model.Turn;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the records that are REJECTED are meant; an empty collection means any.
 *
 * @param columns by the column that the rejection names
 * @param since whose last attempt is not older; empty = of any time
 */
public record Failing(
    List<String> entities,
    Set<Reason> reasons,
    Set<Stage> stages,
    List<String> columns,
    Set<Turn> turns,
    Optional<Instant> since) {

  /** All of them. */
  public static final Failing ANY =
      new Failing(List.of(), Set.of(), Set.of(), List.of(), Set.of(), Optional.empty());

  public Failing {
    entities = List.copyOf(entities);
    reasons = Set.copyOf(reasons);
    stages = Set.copyOf(stages);
    columns = List.copyOf(columns);
    turns = Set.copyOf(turns);
  }

  /** Whether this entity's are meant. */
  public boolean isOf(String entity) {
    return entities.isEmpty() || entities.contains(entity);
  }

  /** The reasons that are meant: whose turn it is follows from the reason. */
  public Set<Reason> reasonsMeant() {
    Set<Reason> meant = EnumSet.allOf(Reason.class);
    meant.removeIf(reason -> !reasons.isEmpty() && !reasons.contains(reason));
    meant.removeIf(reason -> !turns.isEmpty() && !turns.contains(reason.turn()));
    return meant;
  }
}
