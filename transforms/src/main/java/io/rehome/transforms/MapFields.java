package io.rehome.transforms;

import io.rehome.model.Document;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills a few fields of a document, for passes that need no more. Gives the same values as {@link
 * MapRecord}. Not for several threads.
 */
public final class MapFields {
  private final List<Step> steps;
  private final int width;

  /**
   * Fills these fields from rows of {@code source}: a table of the key and of the columns that they
   * read, or of all columns where one of the fields {@link EntityRules#isEnriched is enriched}.
   */
  public MapFields(EntityRules rules, SourceTable source, Set<String> fields) {
    Places shape = new Places(rules.shape().positions());
    this.width = rules.shape().columns().size();
    this.steps =
        List.of(
            new FillFields(source, shape, wanted(rules, fields), rules.corrections()),
            new FillKey(source, shape, rules.id()),
            new EnrichFields(
                shape,
                rules.isEnriched(fields) ? rules.enrichers() : List.of(),
                rules.corrections()),
            new ConvertFields(rules.shape().columns(), rules.zone(), shape.of(fields)));
  }

  private static List<FieldRule> wanted(EntityRules rules, Set<String> fields) {
    return rules.fields().stream()
        .filter(rule -> rules.isEnriched(fields) || fields.contains(rule.field()))
        .toList();
  }

  /** The document with these fields; empty where one of them is rejected. */
  public Optional<Document> map(SourceRow row) {
    List<@Nullable Object> values = Arrays.asList(new @Nullable Object[width]);
    try {
      for (Step step : steps) {
        step.take(row, values, UNSEEN);
      }
      return Optional.of(new Document(values));
    } catch (Refused e) {
      return Optional.empty(); // the main pass rejects it, with its reason
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
