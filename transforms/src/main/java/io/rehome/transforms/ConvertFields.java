package io.rehome.transforms;

import io.rehome.model.Reference;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceRow;
import io.rehome.model.Stage;
import io.rehome.model.TargetColumn;
import io.rehome.transforms.values.Conversion;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns values into what their columns hold, exactly; references stay until they are resolved. */
final class ConvertFields implements Step {
  private final int[] converted;
  private final List<String> names = new ArrayList<>();
  private final List<Conversion> conversions = new ArrayList<>();

  /**
   * Converts some of a document's columns.
   *
   * @param converted which, by their position in {@code columns}
   */
  ConvertFields(List<TargetColumn> columns, ZoneId zone, int[] converted) {
    this.converted = converted;
    for (int position : converted) {
      names.add(columns.get(position).name());
      conversions.add(Conversion.into(columns.get(position), zone));
    }
  }

  @Override
  public void take(SourceRow row, List<@Nullable Object> document, Witness witness) throws Refused {
    for (int i = 0; i < converted.length; i++) {
      Object value = document.get(converted[i]);
      if (!(value instanceof Reference)) {
        document.set(converted[i], convert(i, value, witness));
      }
    }
  }

  private @Nullable Object convert(int i, @Nullable Object value, Witness witness) throws Refused {
    try {
      return conversions.get(i).convert(value, rule -> witness.used(names.get(i), rule));
    } catch (RejectedValue e) {
      throw new Refused(Stage.CHECK, names.get(i), e);
    }
  }
}
