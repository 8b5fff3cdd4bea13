package io.rehome.io.store;

import io.rehome.io.Failing;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The condition for a choice of rejected records, and its parameters. */
final class FailingSql {
  /** Of a record {@code r} and the page of its attempt, {@code p}. */
  static final String CONDITION =
      LifeCycle.isRejected()
          + """
           and r.reason = any(?)
           and (cardinality(?::text[]) = 0 or r.stage = any(?))
           and (cardinality(?::text[]) = 0 or r.column_name = any(?))
           and (?::timestamptz is null or coalesce(p.confirmed_at, p.begun_at) >= ?)""";

  private final Failing failing;

  FailingSql(Failing failing) {
    this.failing = failing;
  }

  boolean isOf(Entity entity) {
    return failing.isOf(entity.name());
  }

  /** The condition's parameters alone. */
  @Nullable Object[] with() {
    return with(List.of(), List.of());
  }

  /** The condition's parameters between those of the statement around it. */
  @Nullable Object[] with(List<?> before, List<?> after) {
    List<@Nullable Object> parameters = new ArrayList<>(before);
    String[] stages = names(failing.stages());
    String[] columns = failing.columns().toArray(new String[0]);
    @Nullable Timestamp since = failing.since().map(Timestamp::from).orElse(null);
    parameters.add(names(failing.reasonsMeant()));
    parameters.add(stages);
    parameters.add(stages);
    parameters.add(columns);
    parameters.add(columns);
    parameters.add(since);
    parameters.add(since);
    parameters.addAll(after);
    return parameters.toArray();
  }

  private static String[] names(Set<? extends Enum<?>> some) {
    return some.stream().map(Enum::name).toArray(String[]::new);
  }
}
