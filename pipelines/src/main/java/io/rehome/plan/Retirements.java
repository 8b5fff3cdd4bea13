package io.rehome.plan;

import io.rehome.io.Retirement;
import io.rehome.model.Document;
import io.rehome.model.RejectedValue;
import io.rehome.model.TargetColumn;
import io.rehome.transforms.values.Conversion;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a plan's {@code deletes:} asks of the target. */
public final class Retirements {
  private final Plan plan;

  /** Those of this plan, which was checked. */
  public Retirements(Plan plan) {
    this.plan = plan;
  }

  /** What becomes of the rows of this entity; empty where they are left alone. */
  public Optional<Retirement> of(CheckedEntity entity) {
    DeletePolicy policy = entity.plan().deletes();
    if (policy instanceof DeletePolicy.Mark mark) {
      return Optional.of(change(mark, entity));
    }
    return policy instanceof DeletePolicy.Delete
        ? Optional.of(new Retirement.Delete())
        : Optional.empty();
  }

  private Retirement change(DeletePolicy.Mark mark, CheckedEntity entity) {
    List<TargetColumn> columns = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (DeletePolicy.Change change : mark.changes()) {
      TargetColumn column = entity.shape().table().column(change.field()).orElseThrow();
      columns.add(column);
      values.add(value(change.value(), column));
    }
    return new Retirement.Change(columns, new Document(values));
  }

  private @Nullable Object value(Literal literal, TargetColumn column) {
    ZoneId zone = plan.source().zone().orElse(ZoneOffset.UTC);
    try {
      return Conversion.into(column, zone).convert(Literals.value(literal, column), used -> {});
    } catch (RejectedValue e) {
      throw new IllegalStateException("the plan was checked with this value", e);
    }
  }
}
