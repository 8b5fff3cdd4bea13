package io.rehome.transforms;

import static io.rehome.transforms.Members.SOURCE;
import static io.rehome.transforms.Members.age;
import static io.rehome.transforms.Members.copy;
import static io.rehome.transforms.Members.row;
import static io.rehome.transforms.Members.rules;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MapFieldsTest {
  private static final FieldRule NAME = copy("name", "nick");

  @Test
  void givesTheValuesThatMapRecordGives() {
    EntityRules rules = rules();
    SourceRow row = row(7, "Ada", 1990L);

    List<Object> few = map(rules, SOURCE, Set.of("id", "age"), row).orElseThrow().values();

    List<Object> all = mapped(rules, row).values();
    assertThat(few.get(0), is(all.get(0)));
    assertThat(few.get(2), is(all.get(2)));
  }

  @Test
  void leavesTheOtherConvertedFieldsNull() {
    Optional<Document> document = map(rules(), SOURCE, Set.of("age"), row(7, "Ada", 1990L));

    assertThat(document.orElseThrow().values().get(1), is((Object) null));
  }

  @Test
  void readsNoMoreColumnsThanItNeeds() {
    SourceTable narrow =
        new SourceTable(
            "members",
            SOURCE.from(),
            "",
            List.of(SOURCE.columns().get(0), SOURCE.columns().get(2)),
            SOURCE.key());
    SourceRow row = new SourceRow(new SourceKey("7"), List.of(7L, 1990L), true, 16);

    Optional<Document> document = map(rules(), narrow, Set.of("age"), row);

    assertThat(document.orElseThrow().values(), contains(7L, null, 36L, null));
  }

  @Test
  void enrichesAFieldAsMapRecordDoes() {
    EnrichRule badge =
        new EnrichRule("badge", "from name", document -> document.value("name") + "!");
    EntityRules rules = rules(List.of(NAME, age()), List.of(badge), List.of());
    SourceRow row = row(7, "Ada", 1990L);

    List<Object> few = map(rules, SOURCE, Set.of("badge"), row).orElseThrow().values();

    assertThat(few.get(3), is("Ada!"));
    assertThat(few.get(3), is(mapped(rules, row).values().get(3)));
  }

  @Test
  void keepsReferences() {
    Reference parent = new Reference("badges", new SourceKey("gold"));
    FieldRule badge = new FieldRule("badge", "ref", Set.of(), source -> parent);
    EntityRules rules = rules(List.of(NAME, badge), List.of(), List.of());

    Optional<Document> document = map(rules, SOURCE, Set.of("badge"), row(7, "Ada", 1990L));

    assertThat(document.orElseThrow().values().get(3), is(parent));
  }

  @Test
  void givesNothingWhereOneOfTheFieldsIsRejected() {
    EntityRules failing =
        rules(List.of(Members.failing("age", Reason.BAD_VALUE)), List.of(), List.of());
    FieldRule broken = new FieldRule("age", "agee", Set.of(), source -> source.value("agee"));

    assertThat(map(failing, SOURCE, Set.of("age"), row(7, "Ada", 1990L)), is(Optional.empty()));
    assertThat(
        map(
            rules(List.of(broken), List.of(), List.of()),
            SOURCE,
            Set.of("age"),
            row(7, "Ada", 1990L)),
        is(Optional.empty()));
    assertThat(
        map(rules(), SOURCE, Set.of("name"), row(7, "Wilhelmina", 1990L)), is(Optional.empty()));
  }

  private static Optional<Document> map(
      EntityRules rules, SourceTable source, Set<String> fields, SourceRow row) {
    return new MapFields(rules, source, fields).map(row);
  }

  private static Document mapped(EntityRules rules, SourceRow row) {
    Candidate candidate = new MapRecord(rules).map(row, new RuleCounts());
    return ((Candidate.Mapped) candidate).document();
  }
}
