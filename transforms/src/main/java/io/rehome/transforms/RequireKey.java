package io.rehome.transforms;

import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rejects a record of which a key column is NULL: it could not be told from others again. */
final class RequireKey implements Step {
  private final List<String> names;
  private final int[] places;

  RequireKey(SourceTable source) {
    this.names = source.key().stream().map(SourceColumn::name).toList();
    this.places = new Places(source.positions()).of(names);
  }

  @Override
  public void take(SourceRow row, List<@Nullable Object> document, Witness witness) throws Refused {
    for (int i = 0; i < places.length; i++) {
      if (row.values().get(places[i]) == null) {
        String what = "the key column " + names.get(i) + " is NULL";
        throw new Refused(new Rejection(Stage.READ, Reason.NULL_KEY, names.get(i), what));
      }
    }
  }
}
