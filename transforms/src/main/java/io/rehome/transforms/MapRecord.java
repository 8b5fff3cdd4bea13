package io.rehome.transforms;

import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.RejectedValue;
import io.rehome.model.Rejection;
import io.rehome.model.SourceRow;
import io.rehome.model.Stage;
import io.rehome.model.TargetColumn;
import io.rehome.transforms.fingerprint.Fingerprints;
import io.rehome.transforms.values.Conversion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes one row through the rules of its entity: the same function in every mode. The first stage
 * that fails rejects the record, with all that is wrong in the message of the first field. Not for
 * several threads.
 */
public final class MapRecord {
  private final EntityRules rules;
  private final Map<String, Integer> sourcePositions;
  private final Map<String, Integer> fieldPositions;
  private final int[] fieldTargets;
  private final List<Conversion> conversions;
  private final List<Integer> columnsRead;
  private final Fingerprints fingerprints = new Fingerprints();

  /** Rules ready to be applied to rows of {@code rules.source()}. */
  public MapRecord(EntityRules rules) {
    this.rules = rules;
    this.sourcePositions = rules.source().positions();
    this.fieldPositions = rules.shape().positions();
    this.fieldTargets = rules.fields().stream().mapToInt(rule -> position(rule.field())).toArray();
    this.conversions =
        rules.shape().columns().stream()
            .map(column -> Conversion.into(column, rules.zone()))
            .toList();
    this.columnsRead =
        rules.columnsRead().stream().sorted().map(name -> position(sourcePositions, name)).toList();
  }

  /** The record's candidate: Mapped, Skipped or Rejected. */
  public Candidate map(SourceRow row, Witness witness) {
    Fingerprint source = fingerprint(row);
    if (!row.chosen()) {
      return new Candidate.Skipped(row, source, "where");
    }
    try {
      return new Candidate.Mapped(row, source, document(row, witness));
    } catch (Refused refused) {
      return new Candidate.Rejected(row, source, refused.rejection(), List.of());
    }
  }

  private Document document(SourceRow row, Witness witness) throws Refused {
    @Nullable Object[] values = new @Nullable Object[rules.shape().columns().size()];
    List<@Nullable Object> document = Arrays.asList(values);
    fill(row, document, witness);
    key(row, document);
    enrich(document, witness);
    convert(document, witness);
    check(document, witness);
    return new Document(document);
  }

  private void fill(SourceRow row, List<@Nullable Object> document, Witness witness)
      throws Refused {
    RowFields fields = new RowFields(sourcePositions, row.values(), witness);
    for (int i = 0; i < fieldTargets.length; i++) {
      FieldRule rule = rules.fields().get(i);
      Object value = mapped(rule, fields.seenBy(rule.field()));
      document.set(fieldTargets[i], value);
      witness.filled(Stage.MAP, rule.field(), rule.rule(), value);
    }
  }

  private static @Nullable Object mapped(FieldRule rule, RowFields fields) throws Refused {
    try {
      return rule.mapper().map(fields);
    } catch (RejectedValue e) {
      Stage stage = e.reason() == Reason.LOOKUP_MISSING ? Stage.ENRICH : Stage.MAP;
      throw new Refused(stage, rule.field(), e);
    } catch (RuntimeException e) {
      throw new Refused(new Rejection(Stage.MAP, Reason.EXPRESSION, rule.field(), told(e)));
    }
  }

  private void key(SourceRow row, List<@Nullable Object> document) throws Refused {
    List<String> columns = MakeKey.columns(rules.id());
    try {
      List<?> values = MakeKey.values(rules.id(), row.key());
      for (int i = 0; i < columns.size(); i++) {
        document.set(position(columns.get(i)), values.get(i));
      }
    } catch (RejectedValue e) {
      throw new Refused(Stage.MAP, columns.get(0), e);
    }
  }

  private void enrich(List<@Nullable Object> document, Witness witness) throws Refused {
    RowFields fields = new RowFields(fieldPositions, document, witness);
    for (EnrichRule rule : rules.enrichers()) {
      Object value = enriched(rule, fields.seenBy(rule.field()));
      document.set(position(rule.field()), value);
      witness.filled(Stage.ENRICH, rule.field(), rule.rule(), value);
    }
  }

  private static @Nullable Object enriched(EnrichRule rule, RowFields fields) throws Refused {
    try {
      return rule.enricher().enrich(fields);
    } catch (RejectedValue e) {
      throw new Refused(Stage.ENRICH, rule.field(), e);
    } catch (RuntimeException e) {
      throw new Refused(new Rejection(Stage.ENRICH, Reason.EXPRESSION, rule.field(), told(e)));
    }
  }

  private void convert(List<@Nullable Object> document, Witness witness) throws Refused {
    for (int i = 0; i < document.size(); i++) {
      Object value = document.get(i);
      if (!(value instanceof Reference)) {
        document.set(i, converted(i, value, witness));
      }
    }
  }

  private @Nullable Object converted(int i, @Nullable Object value, Witness witness)
      throws Refused {
    TargetColumn column = rules.shape().columns().get(i);
    try {
      return conversions.get(i).convert(value, rule -> witness.used(column.name(), rule));
    } catch (RejectedValue e) {
      throw new Refused(Stage.CHECK, column.name(), e);
    }
  }

  private void check(List<@Nullable Object> document, Witness witness) throws Refused {
    RowFields fields = new RowFields(fieldPositions, document, witness);
    List<Rejection> problems = new ArrayList<>();
    for (CheckRule rule : rules.checks()) {
      problem(rule, fields.seenBy(rule.field()))
          .map(said -> new Rejection(Stage.CHECK, Reason.CHECK_FAILED, rule.field(), said))
          .ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new Refused(joined(problems));
    }
  }

  private static Optional<String> problem(CheckRule rule, RowFields fields) throws Refused {
    try {
      return rule.check().problem(fields);
    } catch (RuntimeException e) {
      throw new Refused(new Rejection(Stage.CHECK, Reason.EXPRESSION, rule.field(), told(e)));
    }
  }

  private static Rejection joined(List<Rejection> problems) {
    Rejection first = problems.get(0);
    String message = String.join("; ", problems.stream().map(Rejection::message).toList());
    return new Rejection(first.stage(), first.reason(), first.column(), message);
  }

  private Fingerprint fingerprint(SourceRow row) {
    List<@Nullable Object> read = new ArrayList<>(columnsRead.size() + 1);
    read.add(row.key().text());
    for (int position : columnsRead) {
      read.add(row.values().get(position));
    }
    return fingerprints.of(read);
  }

  private int position(String field) {
    return position(fieldPositions, field);
  }

  private static int position(Map<String, Integer> positions, String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException("there is no column or field " + name);
    }
    return position;
  }

  private static String told(RuntimeException e) {
    String message = e.getMessage();
    return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
