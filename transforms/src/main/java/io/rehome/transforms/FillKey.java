package io.rehome.transforms;

import io.rehome.model.RejectedValue;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.Stage;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills those columns of the target key that an {@link IdRule} fills. */
final class FillKey implements Step {
  private final IdRule rule;
  private final List<String> columns;
  private final int[] filled;
  private final int[] parts;

  /** Makes keys for documents of this shape from rows of {@code source}. */
  FillKey(SourceTable source, Places shape, IdRule rule) {
    this.rule = rule;
    this.columns = MakeKey.columns(rule);
    this.filled = shape.of(columns);
    this.parts =
        new Places(source.positions()).of(source.key().stream().map(SourceColumn::name).toList());
    if (rule instanceof IdRule.Keep && parts.length != filled.length) {
      throw new IllegalArgumentException(
          "the key of %s has %d columns and cannot be kept as %s"
              .formatted(source.entity(), parts.length, columns));
    }
  }

  @Override
  public void take(SourceRow row, List<@Nullable Object> document, Witness witness) throws Refused {
    try {
      List<?> values = MakeKey.values(rule, row.key(), parts(row));
      for (int i = 0; i < filled.length; i++) {
        document.set(filled[i], values.get(i));
      }
    } catch (RejectedValue e) {
      throw new Refused(Stage.MAP, columns.get(0), e);
    }
  }

  private List<@Nullable Object> parts(SourceRow row) {
    @Nullable Object[] values = new @Nullable Object[parts.length];
    Arrays.setAll(values, i -> row.values().get(parts[i]));
    return Arrays.asList(values);
  }
}
