package io.rehome.plan;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.LookupRows;
import io.rehome.model.Correction;
import io.rehome.model.Fields;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.transforms.CheckRule;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.FieldRule;
import io.rehome.transforms.IdRule;
import io.rehome.transforms.MapFields;
import io.rehome.transforms.ReferenceRule;
import io.rehome.transforms.UniqueRule;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final AtomicInteger READS = new AtomicInteger();

  private static final GivenSource SOURCE =
      new GivenSource()
          .table(
              "members",
              "id INTEGER key",
              "mail TEXT",
              "state TEXT",
              "about TEXT",
              "pence INTEGER",
              "code TEXT",
              "address TEXT",
              "boss INTEGER",
              "made DATETIME");

  private static final GivenTarget TARGET =
      new GivenTarget()
          .table(
              "users",
              "user_id UUID key",
              "email TEXT required unique",
              "status ENUM labels:active,closed",
              "bio TEXT",
              "price DECIMAL",
              "country TEXT",
              "latitude DOUBLE",
              "boss_id UUID references:users",
              "name TEXT",
              "greeting TEXT",
              "joined_at INSTANT");

  private static final String USERS =
      """
        users:
          from: members
          to: users
          id: uuid
          fields:
            email: lower(mail)
            status: { from: state, values: { A: active, NO: closed, 7: ~ } }
            bio: { from: about, missing: '-' }
            price: { from: pence, missing: 0, as: "value / 100" }
            country: lookup('countries', code).iso2
            latitude: { use: geocode-address }
            boss_id: { ref: users, from: boss, missing: null }
            name: mail
            greeting: { use: full-name }
            joined_at: made
          check:
            - { field: email, is: email }
            - { that: "joined_at <= now()", else: "joined in the future" }
            - { use: known-postcode }
          unique: { "name, country": reject }
      """;

  @TempDir Path folder;
  private EntityRules rules;

  /** The content of the lookup, which counts how often it is read. */
  private record Countries(String version) implements LookupContents {
    @Override
    public String version(String lookup) {
      return version;
    }

    @Override
    public LookupRows read(String lookup) {
      READS.incrementAndGet();
      return new LookupRows(List.of("code", "iso2"), List.of(Map.of("code", "UK", "iso2", "GB")));
    }
  }

  /** What was corrected of user 7. */
  private record Corrected() implements CorrectionContents {
    @Override
    public List<Correction> of(String entity) {
      SourceKey key = new SourceKey("7");
      return List.of(
          new Correction(key, "bio", Optional.empty()),
          new Correction(key, "boss_id", Optional.of("9")));
    }
  }

  /** A row or document, and the rules that were counted. */
  private static final class Given implements Fields {
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> used = new ArrayList<>();

    Given with(String name, Object value) {
      values.put(name, value);
      return this;
    }

    @Override
    public Object value(String name) {
      return values.get(name);
    }

    @Override
    public void used(String rule) {
      used.add(rule);
    }
  }

  @BeforeEach
  void compile() throws PlanRefused {
    rules = planRules("1").rules("users");
  }

  private PlanRules planRules(String version) throws PlanRefused {
    Plan plan = new GivenPlan(folder).read(GivenPlan.TOP + USERS);
    CheckedPlan checked = PlanCheck.against(plan, SOURCE, TARGET);
    return new PlanRules(checked, NOW, new Countries(version), new Corrected());
  }

  @Test
  void travelsWithTheJob() throws Exception {
    EntityRules after = SerializableUtils.ensureSerializable(planRules("1")).rules("users");

    assertThat(after.shape(), is(rules.shape()));
    assertThat(after.columnsRead(), is(rules.columnsRead()));
  }

  @Test
  void aCorrectionOfAReferenceNamesTheParentByItsSourceKey() {
    SourceRow row =
        new SourceRow(
            new SourceKey("7"),
            Arrays.asList(7L, "a@b.org", "A", "about me", 1L, "UK", "1 High St", 3L, null),
            true,
            30);
    MapFields mapping = new MapFields(rules, rules.source(), Set.of("bio", "boss_id"));
    List<Object> values = mapping.map(row).orElseThrow().values();
    Map<String, Integer> places = rules.shape().positions();

    assertThat(values.get(places.get("boss_id")), is(new Reference("users", new SourceKey("9"))));
    assertThat(values.get(places.get("bio")), is(nullValue()));
  }

  @Test
  void tellsIdZoneReferencesAndUniques() {
    assertThat(rules.id(), is(new IdRule.Uuid("user_id", "pets", "users")));
    assertThat(rules.zone(), is(ZoneId.of("Europe/London")));
    assertThat(
        rules.references(),
        contains(new ReferenceRule("boss_id", "users", new ReferenceRule.Missing.Instead(null))));
    assertThat(
        rules.uniques(),
        contains(new UniqueRule(List.of("name", "country")), new UniqueRule(List.of("email"))));
  }

  @Test
  void tellsWhichColumnsARuleReadsAndThatJavaMayReadAll() {
    assertThat(field("email").columns(), is(Set.of("mail")));
    assertThat(field("price").columns(), is(Set.of("pence")));
    assertThat(field("boss_id").columns(), is(Set.of("boss")));
    assertThat(field("latitude").columns(), is(Set.of()));
    assertThat(
        rules.columnsRead(),
        containsInAnyOrder(
            "id", "mail", "state", "about", "pence", "code", "address", "boss", "made"));
  }

  @Test
  void listedValuesStandForThoseOfTheSourceAndAreCounted() throws Exception {
    Given row = new Given();

    assertThat(map("status", row.with("state", "A")), is("active"));
    assertThat(map("status", row.with("state", "NO")), is("closed"));
    assertThat(map("status", row.with("state", 7L)), is(nullValue()));
    assertThat(map("status", row.with("state", null)), is(nullValue()));
    assertThat(row.used, contains("A becomes active", "NO becomes closed", "7 becomes "));
  }

  @Test
  void rejectsAnUnlistedValue() {
    RejectedValue rejected =
        assertThrows(RejectedValue.class, () -> map("status", new Given().with("state", "Q")));

    assertThat(rejected.reason(), is(Reason.NOT_LISTED));
    assertThat(rejected.getMessage(), is("the value \"Q\" is not listed"));
  }

  @Test
  void blanksAreReplacedAndCounted() throws Exception {
    Given row = new Given();

    assertThat(map("bio", row.with("about", null)), is("-"));
    assertThat(map("bio", row.with("about", " \t")), is("-"));
    assertThat(map("bio", row.with("about", " x ")), is(" x "));
    assertThat(row.used, contains("missing: -", "missing: -"));
  }

  @Test
  void anExpressionSeesWhatTheEarlierStepsGave() throws Exception {
    assertThat(map("price", new Given().with("pence", 1999L)), is(new BigDecimal("19.99")));
    assertThat(map("price", new Given().with("pence", null)), is(new BigDecimal("0")));
  }

  @Test
  void aParentIsNamedByItsSourceKeyAndNullNamesNobody() throws Exception {
    assertThat(
        map("boss_id", new Given().with("boss", 7L)),
        is(new Reference("users", new SourceKey("7"))));
    assertThat(map("boss_id", new Given().with("boss", null)), is(nullValue()));
  }

  @Test
  void javaRulesAreFoundByTheirName() throws Exception {
    assertThat(map("latitude", new Given().with("address", "Downing Street")), is(51.5));
    assertThat(rules.enrichers().get(0).field(), is("greeting"));
    assertThat(
        rules.enrichers().get(0).enricher().enrich(new Given().with("name", "Ada")),
        is("Dear Ada"));
  }

  @Test
  void checksSayWhatIsWrong() {
    Given document =
        new Given()
            .with("email", "nobody")
            .with("joined_at", NOW.plusSeconds(1))
            .with("country", "XX");

    assertThat(
        rules.checks().stream().map(CheckRule::field).toList(), contains("email", "joined_at", ""));
    assertThat(
        rules.checks().stream().map(rule -> rule.check().problem(document)).toList(),
        contains(
            Optional.of("email is not an e-mail address: nobody"),
            Optional.of("joined in the future"),
            Optional.of("no such post")));
    document.with("email", "a@b.example").with("joined_at", NOW).with("country", "GB");
    assertThat(
        rules.checks().stream().map(rule -> rule.check().problem(document)).toList(),
        contains(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void aConditionThatCannotBeComputedFails() {
    Given document = new Given().with("joined_at", null);

    assertThat(
        rules.checks().get(1).check().problem(document),
        is(Optional.of("joined in the future: joined_at is NULL (at 1:1 of joined_at <= now())")));
  }

  @Test
  void aLookupIsReadOncePerVersion() throws Exception {
    READS.set(0);
    Given row = new Given().with("code", "UK");
    for (String version : List.of("2", "2", "3")) {
      FieldRule country =
          planRules(version).rules("users").fields().stream()
              .filter(rule -> rule.field().equals("country"))
              .findFirst()
              .orElseThrow();
      assertThat(country.mapper().map(row), is("GB"));
    }
    assertThat(READS.get(), is(2));
  }

  private FieldRule field(String name) {
    return rules.fields().stream()
        .filter(rule -> rule.field().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Object map(String field, Given row) throws RejectedValue {
    return field(field).mapper().map(row);
  }
}
