package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.model.DocumentShape;
import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import io.rehome.model.Stage;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetTable;
import io.rehome.model.TargetType;
import io.rehome.model.Turn;
import io.rehome.transforms.Corrections;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.FieldRule;
import io.rehome.transforms.IdRule;
import io.rehome.transforms.ReferenceRule;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WalkRecordTest {

  @Test
  void tellsEachStepOfARecordThatWouldBeLoaded() {
    Walk walk = walk(17L, " Rex ", 3L);

    assertThat(
        walk.source(),
        contains(
            new Walk.Cell("ad_id", "bigint(20)", "17"),
            new Walk.Cell("title", "varchar(80)", " Rex "),
            new Walk.Cell("member_id", "bigint(20)", "3")));
    assertThat(
        walk.steps(),
        contains(
            new Walk.Step(Stage.MAP, "title", "trim(title)", "Rex", List.of("trim")),
            new Walk.Step(Stage.MAP, "seller_id", "users", "users/3", List.of())));
    assertThat(
        walk.parents(),
        contains(new Walk.ParentStep("seller_id", "users", "3", "the store was not asked")));
    assertThat(
        walk.document(),
        contains(
            new Walk.Cell("id", "bigint", "17"),
            new Walk.Cell("title", "text", "Rex"),
            new Walk.Cell("seller_id", "bigint", "users/3")));
    assertThat(walk.outcome(), is(Outcome.PENDING));
  }

  @Test
  void saysWhyARecordWouldBeRejected() {
    Walk walk = walk(17L, null, 3L);

    assertThat(walk.outcome(), is(Outcome.REJECTED));
    assertThat(
        walk.rejection(),
        is(
            Optional.of(
                new Walk.Refusal(Stage.MAP, Reason.NULL, "title", "no title", Turn.SOURCE))));
    assertThat(walk.document(), is(empty()));
  }

  private static Walk walk(@Nullable Object... values) {
    SourceRow row =
        new SourceRow(new SourceKey(values[0].toString()), Arrays.asList(values), true, 30);
    return new WalkRecord(RULES, Spelling.exact(), Optional.empty()).walk(row);
  }

  private static final SourceColumn AD_ID =
      new SourceColumn("ad_id", SourceType.INTEGER, "bigint(20)");
  private static final SourceTable ADS =
      new SourceTable(
          "ads",
          new SourceTable.From.Table("ads"),
          "",
          List.of(
              AD_ID,
              new SourceColumn("title", SourceType.TEXT, "varchar(80)"),
              new SourceColumn("member_id", SourceType.INTEGER, "bigint(20)")),
          List.of(AD_ID));
  private static final TargetColumn ID = column("id", TargetType.INTEGER, "bigint", 8);
  private static final List<TargetColumn> COLUMNS =
      List.of(
          ID,
          column("title", TargetType.TEXT, "text", 0),
          column("seller_id", TargetType.INTEGER, "bigint", 8));
  private static final EntityRules RULES =
      new EntityRules(
          ADS,
          new DocumentShape(
              new TargetTable("listings", COLUMNS, List.of("id"), List.of(), List.of()),
              COLUMNS,
              List.of(ID)),
          new IdRule.Keep(List.of("id")),
          List.of(
              new FieldRule(
                  "title",
                  "trim(title)",
                  Set.of("title"),
                  source -> {
                    source.used("trim");
                    Object title = source.value("title");
                    if (title == null) {
                      throw new RejectedValue(Reason.NULL, "no title");
                    }
                    return title.toString().strip();
                  }),
              new FieldRule(
                  "seller_id",
                  "users",
                  Set.of("member_id"),
                  source ->
                      new Reference(
                          "users", new SourceKey(String.valueOf(source.value("member_id")))))),
          List.of(),
          List.of(),
          List.of(new ReferenceRule("seller_id", "users", new ReferenceRule.Missing.Reject())),
          List.of(),
          ZoneOffset.UTC,
          Set.of("title", "member_id"),
          Corrections.none());

  private static TargetColumn column(String name, TargetType type, String typeName, int size) {
    return new TargetColumn(
        name,
        type,
        typeName,
        size,
        0,
        List.of(),
        TargetColumn.Nullability.NOT_NULL,
        TargetColumn.Filling.NONE);
  }
}
