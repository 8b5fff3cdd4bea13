package io.rehome.transforms;

import static io.rehome.transforms.Members.age;
import static io.rehome.transforms.Members.check;
import static io.rehome.transforms.Members.copy;
import static io.rehome.transforms.Members.excluded;
import static io.rehome.transforms.Members.failing;
import static io.rehome.transforms.Members.failingEnricher;
import static io.rehome.transforms.Members.problem;
import static io.rehome.transforms.Members.row;
import static io.rehome.transforms.Members.rules;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.Rejection;
import io.rehome.model.RuleUse;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.Stage;
import io.rehome.transforms.expression.LookupUnread;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MapRecordTest {
  private static final CheckRule NO_ADULT = problem("age", "too young");

  @Test
  void makesADocumentOfARow() {
    Candidate candidate = map(rules(), row(7, "Ada", 1990L));

    assertThat(document(candidate), contains(7L, "Ada", 36L, null));
  }

  @Test
  void fillsInTheOrderOfMappingEnrichingConvertingAndChecking() {
    List<Object> seen = new ArrayList<>();
    EnrichRule badge =
        new EnrichRule(
            "badge",
            "from name",
            document -> {
              seen.add("enricher: " + document.value("name") + document.value("id"));
              return 5L;
            });
    CheckRule look =
        check(
            "badge",
            document -> {
              seen.add(document.value("badge"));
              return Optional.empty();
            });

    map(rules(List.of(copy("name", "born")), List.of(badge), List.of(look)), row(7, "Ada", 1990L));

    assertThat(seen, contains("enricher: 19907", "5"));
  }

  @Test
  void rejectsAtTheFirstStageThatFails() {
    SourceRow row = row(7, "Ada", 1990L);
    FieldRule mapping = failing("name", Reason.NOT_LISTED);
    EnrichRule enricher = failingEnricher("badge");

    assertThat(
        rejection(rules(List.of(mapping), List.of(enricher), List.of(NO_ADULT)), row),
        is(new Rejection(Stage.MAP, Reason.NOT_LISTED, "name", "name was not mapped")));
    assertThat(
        rejection(rules(List.of(copy("name", "nick")), List.of(enricher), List.of(NO_ADULT)), row),
        is(new Rejection(Stage.ENRICH, Reason.LOOKUP_MISSING, "badge", "badge was not enriched")));
    assertThat(
        rejection(rules(List.of(copy("name", "nick")), List.of(), List.of(NO_ADULT)), row),
        is(new Rejection(Stage.CHECK, Reason.CHECK_FAILED, "age", "too young")));
  }

  @Test
  void rejectsARecordWhoseKeyIsNull() {
    SourceRow keyless =
        new SourceRow(new SourceKey("8d1f#1"), Arrays.asList(null, "Ada", 1990L, "-"), true, 40);

    assertThat(
        rejection(rules(), keyless),
        is(
            new Rejection(
                Stage.READ, Reason.NULL_KEY, "member_id", "the key column member_id is NULL")));
  }

  @Test
  void looksAtTheColumnsBeforeThePlansOwnChecks() {
    Rejection rejection =
        rejection(
            rules(List.of(copy("name", "nick")), List.of(), List.of(NO_ADULT)),
            row(7, null, 1990L));

    assertThat(rejection.stage(), is(Stage.CHECK));
    assertThat(rejection.reason(), is(Reason.NULL));
    assertThat(rejection.column(), is("name"));
  }

  @Test
  void rejectsATextThatTheColumnCannotHold() {
    Rejection rejection = rejection(rules(), row(7, "Wilhelmina", 1990L));

    assertThat(rejection.stage(), is(Stage.CHECK));
    assertThat(rejection.reason(), is(Reason.TOO_LONG));
    assertThat(rejection.column(), is("name"));
  }

  @Test
  void countsAValueThatNoLookupKnowsAsEnriching() {
    Rejection rejection =
        rejection(
            rules(List.of(failing("badge", Reason.LOOKUP_MISSING)), List.of(), List.of()),
            row(7, "Ada", 1990L));

    assertThat(rejection.stage(), is(Stage.ENRICH));
  }

  @Test
  void tellsAllFailedChecksInOneRejection() {
    Rejection rejection =
        rejection(
            rules(
                List.of(copy("name", "nick")),
                List.of(),
                List.of(NO_ADULT, check("id", document -> Optional.empty()), problem("", "odd"))),
            row(7, "Ada", 1990L));

    assertThat(
        rejection, is(new Rejection(Stage.CHECK, Reason.CHECK_FAILED, "age", "too young; odd")));
  }

  @Test
  void rejectsWhereARuleBreaks() {
    SourceRow row = row(7, "Ada", 1990L);
    FieldRule name = copy("name", "nick");
    FieldRule unknown = new FieldRule("age", "agee", Set.of(), source -> source.value("agee"));
    EnrichRule enricher =
        new EnrichRule(
            "badge",
            "breaks",
            document -> {
              throw new ArithmeticException("by zero");
            });
    CheckRule check =
        check(
            "id",
            document -> {
              throw new IllegalStateException();
            });

    assertThat(
        rejection(rules(List.of(name, unknown), List.of(), List.of()), row),
        is(
            new Rejection(
                Stage.MAP,
                Reason.EXPRESSION,
                "age",
                "IllegalArgumentException: there is no column or field agee")));
    assertThat(
        rejection(rules(List.of(name), List.of(enricher), List.of()), row),
        is(
            new Rejection(
                Stage.ENRICH, Reason.EXPRESSION, "badge", "ArithmeticException: by zero")));
    assertThat(
        rejection(rules(List.of(name), List.of(), List.of(check)), row),
        is(new Rejection(Stage.CHECK, Reason.EXPRESSION, "id", "IllegalStateException")));
  }

  @Test
  void isNotToBlameForALookupThatCannotBeRead() {
    LookupUnread unread = new LookupUnread("breeds", new IllegalStateException("cut off"));
    FieldRule asking =
        new FieldRule(
            "name",
            "asks",
            Set.of(),
            source -> {
              throw unread;
            });

    assertThat(
        assertThrows(
            LookupUnread.class,
            () -> map(rules(List.of(asking), List.of(), List.of()), row(7, "Ada", 1990L))),
        is(unread));
  }

  @Test
  void skipsWhatWhereLeavesOutWithoutMappingIt() {
    SourceRow row = excluded(row(7, "Ada", 1990L));

    Candidate candidate =
        map(rules(List.of(failing("name", Reason.BAD_VALUE)), List.of(), List.of()), row);

    assertThat(candidate, is(new Candidate.Skipped(row, candidate.source(), "where")));
  }

  @Test
  void leavesAReferenceAsItIs() {
    Reference parent = new Reference("badges", new SourceKey("gold"));
    FieldRule badge = new FieldRule("badge", "ref", Set.of(), source -> parent);

    Candidate candidate =
        map(
            rules(List.of(copy("name", "nick"), badge), List.of(), List.of()),
            row(7, "Ada", 1990L));

    assertThat(document(candidate), contains(7L, "Ada", null, parent));
  }

  @Test
  void fingerprintsTheKeyAndTheColumnsThatThePlanReads() {
    SourceRow row = row(7, "Ada", 1990L);

    Fingerprint fingerprint = map(rules(), row).source();

    assertThat(fingerprint, is(new Fingerprints().of(row, new int[] {2, 1})));
    assertThat(map(rules(), withSecret(row, "other")).source(), is(fingerprint));
    assertThat(map(rules(), row(7, "Ada", 1991L)).source(), is(not(fingerprint)));
    assertThat(map(rules(), row(8, "Ada", 1990L)).source(), is(not(fingerprint)));
  }

  @Test
  void givesTheSameCandidateForTheSameRow() {
    MapRecord mapping = new MapRecord(rules());
    SourceRow good = row(7, "Ada", null);
    SourceRow bad = row(8, "Wilhelmina", 1990L);

    List<Candidate> first = List.of(map(mapping, good), map(mapping, bad));
    List<Candidate> second = List.of(map(mapping, good), map(mapping, bad));

    assertThat(second, is(first));
    assertThat(first.get(0), is(instanceOf(Candidate.Mapped.class)));
    assertThat(first.get(1), is(instanceOf(Candidate.Rejected.class)));
  }

  @Test
  void countsEachUseOfEachRule() {
    MapRecord mapping = new MapRecord(rules());
    RuleCounts counts = new RuleCounts();

    mapping.map(row(7, "Ada", 1990L), counts);
    mapping.map(row(8, "Ben", null), counts);
    mapping.map(excluded(row(9, "Cleo", null)), counts);

    assertThat(
        counts.uses(),
        containsInAnyOrder(
            new RuleUse("name", "nick", 2),
            new RuleUse("age", "2026 - born", 2),
            new RuleUse("age", "born is unknown", 1)));
  }

  @Test
  void aCorrectionStandsInsteadOfWhatTheRuleGives() {
    EntityRules rules = rules().with(corrections(7, "name", "Grace"));

    assertThat(document(map(rules, row(7, "Ada", 1990L))), contains(7L, "Grace", 36L, null));
    assertThat(document(map(rules, row(8, "Ben", 1990L))), contains(8L, "Ben", 36L, null));
  }

  @Test
  void aCorrectionHealsAFieldWhoseRuleRejectsTheRecord() {
    FieldRule mapping = failing("name", Reason.NOT_LISTED);
    EnrichRule enricher = failingEnricher("badge");
    EntityRules rules =
        rules(List.of(mapping), List.of(enricher), List.of())
            .with(corrections(7, "name", "Ada", "badge", "5"));

    assertThat(document(map(rules, row(7, "?", null))), contains(7L, "Ada", null, "5"));
  }

  @Test
  void aCorrectionToNullIsNull() {
    EntityRules rules = rules().with(corrections(7, "age", null));

    assertThat(document(map(rules, row(7, "Ada", 1990L))), contains(7L, "Ada", null, null));
  }

  @Test
  void aCorrectedValueIsConvertedAndCheckedLikeAnyOther() {
    EntityRules rules = rules(List.of(copy("name", "nick"), age()), List.of(), List.of(NO_ADULT));

    assertThat(
        rejection(rules.with(corrections(7, "age", "old")), row(7, "Ada", 1990L)).reason(),
        is(Reason.BAD_VALUE));
    assertThat(
        rejection(rules.with(corrections(7, "age", "7")), row(7, "Ada", 1990L)).reason(),
        is(Reason.CHECK_FAILED));
  }

  @Test
  void countsACorrectionAsTheRuleThatFilledTheField() {
    RuleCounts counts = new RuleCounts();

    new MapRecord(rules().with(corrections(7, "name", "Grace"))).map(row(7, "Ada", 1990L), counts);

    assertThat(
        counts.uses(),
        containsInAnyOrder(
            new RuleUse("name", "correction", 1), new RuleUse("age", "2026 - born", 1)));
  }

  @Test
  void refusesRulesThatFillNoColumn() {
    EntityRules rules = rules(List.of(copy("nmae", "nick")), List.of(), List.of());

    assertThrows(IllegalArgumentException.class, () -> new MapRecord(rules));
  }

  /** Of the one record of this key: fields and their values in turn. */
  private static Corrections corrections(long key, @Nullable String... fieldsAndValues) {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      values.put(String.valueOf(fieldsAndValues[i]), fieldsAndValues[i + 1]);
    }
    return new Corrections(Map.of(new SourceKey(String.valueOf(key)), values));
  }

  private static Candidate map(EntityRules rules, SourceRow row) {
    return map(new MapRecord(rules), row);
  }

  private static Candidate map(MapRecord mapping, SourceRow row) {
    return mapping.map(row, new RuleCounts());
  }

  private static List<Object> document(Candidate candidate) {
    assertThat(candidate, is(instanceOf(Candidate.Mapped.class)));
    Document document = ((Candidate.Mapped) candidate).document();
    return document.values();
  }

  private static Rejection rejection(EntityRules rules, SourceRow row) {
    Candidate candidate = map(rules, row);
    assertThat(candidate, is(instanceOf(Candidate.Rejected.class)));
    return ((Candidate.Rejected) candidate).rejection();
  }

  private static SourceRow withSecret(SourceRow row, String secret) {
    List<Object> values = Arrays.asList(row.values().toArray());
    values.set(3, secret);
    return new SourceRow(row.key(), values, row.chosen(), row.bytes());
  }
}
