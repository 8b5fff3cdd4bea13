package io.rehome.transforms;

import io.rehome.model.Document;
import io.rehome.model.Reference;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.Stage;
import io.rehome.transforms.values.Conversion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills a few fields of a document, for passes that need no more. Gives the same values as {@link
 * MapRecord}. Not for several threads.
 */
public final class MapFields {
  private final EntityRules rules;
  private final Map<String, Integer> sourcePositions;
  private final List<Filling> fillings = new ArrayList<>();

  /** Fills these fields from rows of {@code source}, a table of the columns that they read. */
  public MapFields(EntityRules rules, SourceTable source, Set<String> fields) {
    this.rules = rules;
    this.sourcePositions = source.positions();
    Map<String, Integer> positions = rules.shape().positions();
    for (FieldRule rule : rules.fields()) {
      Integer position = positions.get(rule.field());
      if (position != null && fields.contains(rule.field())) {
        fillings.add(new Filling(rule, position, conversion(position)));
      }
    }
  }

  private Conversion conversion(int position) {
    return Conversion.into(rules.shape().columns().get(position), rules.zone());
  }

  /** The document with these fields, NULL elsewhere; empty where one of them is rejected. */
  public Optional<Document> map(SourceRow row) {
    @Nullable Object[] values = new @Nullable Object[rules.shape().columns().size()];
    RowFields fields = new RowFields(sourcePositions, row.values(), UNSEEN);
    try {
      for (Filling filling : fillings) {
        values[filling.position] = filling.value(fields.seenBy(filling.rule.field()));
      }
      return Optional.of(new Document(Arrays.asList(values)));
    } catch (RejectedValue | RuntimeException e) {
      return Optional.empty(); // the main pass rejects it, with its reason
    }
  }

  private record Filling(FieldRule rule, int position, Conversion conversion) {
    @Nullable Object value(RowFields fields) throws RejectedValue {
      Object value = rule.mapper().map(fields);
      return value instanceof Reference ? value : conversion.convert(value, used -> {});
    }
  }

  private static final Witness UNSEEN =
      new Witness() {
        @Override
        public void filled(Stage stage, String field, String rule, @Nullable Object value) {}

        @Override
        public void used(String field, String rule) {}
      };
}
