package io.rehome.pipelines;

import static io.rehome.pipelines.Ads.row;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Candidate;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.transforms.EnrichRule;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.FieldRule;
import io.rehome.transforms.UniqueRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UniqueValuesTest {
  private static final UniqueRule SLUG = new UniqueRule(List.of("slug"));
  private static final EntityRules RULES = Ads.rules(SLUG);

  @Test
  void areReadFromTheKeyAndTheirOwnColumnsInTheSourcesOrder() {
    assertThat(UniqueValues.columns(RULES), contains("ad_id", "slug"));
    assertThat(
        UniqueValues.columns(Ads.rules(new UniqueRule(List.of("follows_id", "slug")))),
        contains("ad_id", "slug", "follows_id"));
  }

  @Test
  void areReadFromAllColumnsWhereARuleMayReadAny() {
    FieldRule any = new FieldRule("slug", "a mapper", Set.of(), source -> "x");

    assertThat(UniqueValues.columns(with(RULES, List.of(any), List.of())), is(empty()));
  }

  @Test
  void areReadFromAllColumnsWhereTheyAreEnriched() {
    EnrichRule slug = new EnrichRule("slug", "an enricher", document -> "x");

    assertThat(UniqueValues.columns(with(RULES, RULES.fields(), List.of(slug))), is(empty()));
  }

  @Test
  void areWhatTheMainPassClaims() {
    SourceTable narrow =
        new SourceTable(
            "ads", Ads.SOURCE.from(), "", Ads.SOURCE.columns().subList(0, 2), Ads.SOURCE.key());
    SourceRow narrowRow = new SourceRow(new SourceKey("5"), List.of(5L, "rex"), true, 10);
    Candidate.Mapped mapped = Ads.mapped(5, "rex", 7L, null, null);

    List<Claim> claims = new UniqueValues(RULES, narrow).of(narrowRow);

    assertThat(claims, hasSize(1));
    assertThat(claims, is(new Claims(RULES).of(mapped.document())));
  }

  @Test
  void areNoneOfARowThatWhereLeavesOut() {
    SourceRow row = row(5, "rex", 7L, null, null);

    assertThat(
        new UniqueValues(RULES, Ads.SOURCE)
            .of(new SourceRow(row.key(), row.values(), false, row.bytes())),
        is(empty()));
  }

  @Test
  void areNoneOfARowThatWillBeRejected() {
    SourceRow bad =
        new SourceRow(new SourceKey("5"), Arrays.asList(5L, "a\0b", 7L, null, null), true, 10);

    assertThat(new UniqueValues(RULES, Ads.SOURCE).of(bad), is(empty()));
  }

  private static EntityRules with(
      EntityRules rules, List<FieldRule> fields, List<EnrichRule> enrichers) {
    return new EntityRules(
        rules.source(),
        rules.shape(),
        rules.id(),
        fields,
        enrichers,
        rules.checks(),
        rules.references(),
        rules.uniques(),
        rules.zone(),
        rules.columnsRead(),
        rules.corrections());
  }
}
