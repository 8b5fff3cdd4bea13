package io.rehome.transforms;

import io.rehome.model.Check;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fields;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetColumn.Filling;
import io.rehome.model.TargetColumn.Nullability;
import io.rehome.model.TargetTable;
import io.rehome.model.TargetType;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members of a marketplace, who become people of the platform: a small entity for tests. */
final class Members {
  static final SourceTable SOURCE =
      new SourceTable(
          "members",
          new SourceTable.From.Table("member"),
          "",
          List.of(
              new SourceColumn("member_id", SourceType.INTEGER, "int"),
              new SourceColumn("nick", SourceType.TEXT, "varchar(80)"),
              new SourceColumn("born", SourceType.INTEGER, "int"),
              new SourceColumn("secret", SourceType.TEXT, "text")),
          List.of(new SourceColumn("member_id", SourceType.INTEGER, "int")));

  /** The columns id, name (five characters, NOT NULL), age and badge. */
  static final DocumentShape SHAPE = shape(column("id", TargetType.INTEGER, 8));

  private Members() {}

  static DocumentShape shape(TargetColumn id) {
    List<TargetColumn> columns =
        List.of(
            id,
            new TargetColumn(
                "name",
                TargetType.TEXT,
                "character varying(5)",
                5,
                0,
                List.of(),
                Nullability.NOT_NULL,
                Filling.NONE),
            column("age", TargetType.INTEGER, 2),
            column("badge", TargetType.TEXT, 0));
    return new DocumentShape(
        new TargetTable("people", columns, List.of("id"), List.of(), List.of()),
        columns,
        List.of(id));
  }

  static TargetColumn column(String name, TargetType type, int size) {
    return new TargetColumn(
        name, type, type.name(), size, 0, List.of(), Nullability.NULLABLE, Filling.NONE);
  }

  static SourceRow row(long id, @Nullable Object nick, @Nullable Object born) {
    List<@Nullable Object> values = Arrays.asList(id, nick, born, "s3cret");
    return new SourceRow(new SourceKey(Long.toString(id)), values, true, 40);
  }

  static SourceRow excluded(SourceRow row) {
    return new SourceRow(row.key(), row.values(), false, row.bytes());
  }

  /** name is nick, age is 2026 - born; the id is kept. */
  static EntityRules rules() {
    return rules(List.of(copy("name", "nick"), age()), List.of(), List.of());
  }

  static EntityRules rules(
      List<FieldRule> fields, List<EnrichRule> enrichers, List<CheckRule> checks) {
    return rules(new IdRule.Keep(List.of("id")), SHAPE, fields, enrichers, checks);
  }

  static EntityRules rules(
      IdRule id,
      DocumentShape shape,
      List<FieldRule> fields,
      List<EnrichRule> enrichers,
      List<CheckRule> checks) {
    return new EntityRules(
        SOURCE,
        shape,
        id,
        fields,
        enrichers,
        checks,
        List.of(),
        List.of(),
        ZoneOffset.UTC,
        Set.of("nick", "born"),
        Corrections.none());
  }

  static FieldRule copy(String field, String column) {
    return new FieldRule(field, column, Set.of(column), source -> source.value(column));
  }

  static FieldRule age() {
    return new FieldRule("age", "2026 - born", Set.of("born"), Members::age);
  }

  private static @Nullable Object age(Fields source) throws RejectedValue {
    if (source.value("born") instanceof Long born) {
      return 2026 - born;
    }
    source.used("born is unknown");
    return null;
  }

  static FieldRule failing(String field, Reason reason) {
    return new FieldRule(
        field,
        "fails",
        Set.of(),
        source -> {
          throw new RejectedValue(reason, field + " was not mapped");
        });
  }

  static EnrichRule failingEnricher(String field) {
    return new EnrichRule(
        field,
        "fails",
        document -> {
          throw new RejectedValue(Reason.LOOKUP_MISSING, field + " was not enriched");
        });
  }

  static CheckRule problem(String field, String said) {
    return check(field, document -> Optional.of(said));
  }

  static CheckRule check(String field, Check check) {
    return new CheckRule(field, "a check", check);
  }
}
