package io.rehome.plan;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Account;
import io.rehome.io.DatabaseAddress;
import io.rehome.io.Keep;
import io.rehome.io.Secret;
import io.rehome.model.SourceTable;
import io.rehome.plan.EntityPlan.ForeignChange;
import io.rehome.plan.FieldForm.Computed;
import io.rehome.plan.FieldForm.Java;
import io.rehome.plan.FieldForm.Listed;
import io.rehome.plan.FieldForm.Missing;
import io.rehome.plan.FieldForm.Parent;
import io.rehome.plan.FieldForm.Stepped;
import io.rehome.plan.Literal.Kind;
import io.rehome.plan.StorePlan.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanReaderTest {
  @TempDir Path folder;
  private GivenPlan given;

  @BeforeEach
  void folder() {
    given = new GivenPlan(folder);
  }

  @Test
  void readsEveryFormOfThePlan() throws Exception {
    Plan plan =
        given.read(
            """
            marketplace: pets
            source:
              jdbc: jdbc:mariadb://replica.internal:3306/pets
              user: ${env:SOURCE_USER}
              password: ${file:/run/secrets/source}
              zone: Europe/London
              connections: 3
            target:
              jdbc: jdbc:postgresql://db.internal/platform
              user: ${env:TARGET_USER}
              password: ${env:TARGET_PASSWORD}
            store:
              jdbc: jdbc:postgresql://db.internal/migrator
              user: ${env:STORE_USER}
              password: ${env:STORE_PASSWORD}
              keep: full
            lookups:
              countries: { csv: countries.csv, key: code }
              breeds:    { table: breed, key: breed_id }
            entities:
              users:
                from: members
                where: deleted = 0
                key: member_id
                changed: last_modified
                to: users
                id: uuid
                fields:
                  email:     lower(trim(email_addr))
                  country:   lookup('countries', country_code).iso2
                  status:    { from: state, values: { A: active, NO: 'off', 010: ~ }, missing: unknown }
                  bio:       { from: about, missing: '' }
                  price:     { from: price_pence, as: "value / 100" }
                  latitude:  { use: geocode-address }
                check:
                  - { field: email, is: email }
                  - { that: "joined_at <= now()", else: "joined in the future" }
                  - { use: known-postcode }
                unique: { email: reject, "name, country": reject }
                deletes: { set: { status: closed } }
                overwrite: true
              photos:
                from: { query: "select * from photo where {range}" }
                key: [album, number]
                to: photos
                id: [owner_id, number]
                fields:
                  owner_id: { ref: users, from: member }
                  other_id: { ref: users, from: other, missing: null }
                  third_id: { ref: users, from: third, missing: { value: 7 } }
                  number: number
            assert:
              - { source: "select 1", target: "select 2" }
            """);

    assertThat(plan.marketplace(), is("pets"));
    assertThat(
        plan.source(),
        is(
            new SourcePlan(
                new DatabaseAddress(
                    "jdbc:mariadb://replica.internal:3306/pets",
                    new Account("${env:SOURCE_USER}"),
                    new Secret("${file:/run/secrets/source}")),
                3,
                "Europe/London")));
    assertThat(
        plan.store(),
        is(
            new StorePlan(
                new Place.Database(
                    new DatabaseAddress(
                        "jdbc:postgresql://db.internal/migrator",
                        new Account("${env:STORE_USER}"),
                        new Secret("${env:STORE_PASSWORD}"))),
                Keep.FULL)));
    assertThat(
        plan.lookups(),
        contains(
            new LookupPlan.Csv("countries", folder.resolve("countries.csv").toString(), "code"),
            new LookupPlan.Table("breeds", "breed", "breed_id")));
    assertThat(plan.assertions(), contains(new Assertion("select 1", "select 2")));
    assertThat(
        plan.entities(),
        contains(
            new EntityPlan(
                "users",
                new SourceTable.From.Table("members"),
                "deleted = 0",
                List.of("member_id"),
                "last_modified",
                "users",
                new IdPlan.Uuid(),
                List.of(
                    new FieldPlan("email", new Computed("lower(trim(email_addr))")),
                    new FieldPlan(
                        "country", new Computed("lookup('countries', country_code).iso2")),
                    new FieldPlan(
                        "status",
                        new Stepped(
                            "state",
                            List.of(new Literal("unknown", Kind.PLAIN)),
                            List.of(
                                new Listed("A", new Literal("active", Kind.PLAIN)),
                                new Listed("NO", new Literal("off", Kind.QUOTED)),
                                new Listed("010", new Literal("", Kind.NULL))),
                            "")),
                    new FieldPlan(
                        "bio",
                        new Stepped("about", List.of(new Literal("", Kind.QUOTED)), List.of(), "")),
                    new FieldPlan(
                        "price", new Stepped("price_pence", List.of(), List.of(), "value / 100")),
                    new FieldPlan("latitude", new Java("geocode-address"))),
                List.of(
                    new CheckPlan.Is("email", "email"),
                    new CheckPlan.That("joined_at <= now()", "joined in the future"),
                    new CheckPlan.Java("", "known-postcode")),
                List.of(
                    new UniquePlan(List.of("email")), new UniquePlan(List.of("name", "country"))),
                new DeletePolicy.Mark(
                    List.of(new DeletePolicy.Change("status", new Literal("closed", Kind.PLAIN)))),
                ForeignChange.OVERWRITTEN),
            new EntityPlan(
                "photos",
                new SourceTable.From.Query("select * from photo where {range}"),
                "",
                List.of("album", "number"),
                "",
                "photos",
                new IdPlan.Mapped(List.of("owner_id", "number")),
                List.of(
                    new FieldPlan(
                        "owner_id", new Parent("users", List.of("member"), new Missing.Reject())),
                    new FieldPlan(
                        "other_id",
                        new Parent(
                            "users",
                            List.of("other"),
                            new Missing.Instead(new Literal("", Kind.NULL)))),
                    new FieldPlan(
                        "third_id",
                        new Parent(
                            "users",
                            List.of("third"),
                            new Missing.Instead(new Literal("7", Kind.PLAIN)))),
                    new FieldPlan("number", new Computed("number"))),
                List.of(),
                List.of(),
                new DeletePolicy.Report(),
                ForeignChange.REJECTED)));
  }

  @Test
  void takesTheDefaultsOfThePlan() throws Exception {
    Plan plan =
        given.read(GivenPlan.TOP + "  users: { from: m, to: u, id: keep, fields: { a: b } }\n");

    EntityPlan users = plan.entity("users").orElseThrow();
    assertThat(plan.store(), is(new StorePlan(new Place.Embedded(), Keep.FULL)));
    assertThat(plan.assertions(), is(empty()));
    assertThat(users.id(), is(new IdPlan.Keep()));
    assertThat(users.key(), is(empty()));
    assertThat(users.condition().isEmpty(), is(true));
    assertThat(users.deletes(), is(new DeletePolicy.Report()));
    assertThat(users.foreignChange(), is(ForeignChange.REJECTED));
  }

  @Test
  void tellsAllProblemsOfAFileInTheirOrder() {
    assertThat(
        given.problems(
            GivenPlan.TOP
                + """
                  users:
                    form: members
                    from: members
                    to: users
                    id: uid
                    fields:
                      email: lowr(trim(email_addr))
                      boss_id: { ref: user, from: boss }
                """),
        contains(
            "plan.yaml:11:5 entities.users: unknown key \"form\" (did you mean \"from\"?)",
            "plan.yaml:14:9 entities.users.id: unknown kind of id \"uid\" (keep, offset(n), uuid, or a"
                + " list of fields)",
            "plan.yaml:16:14 entities.users.fields.email: unknown function \"lowr\" (did you mean"
                + " \"lower\"?)",
            "plan.yaml:17:23 entities.users.fields.boss_id.ref: unknown entity \"user\" (did you mean"
                + " \"users\"?)"));
  }

  @Test
  void aSecretThatIsWrittenOutIsNotInTheMessage() {
    PlanRefused refused =
        assertThrows(
            PlanRefused.class,
            () ->
                given.read(
                    GivenPlan.TOP
                            .replace("${env:SOURCE_PASSWORD}", "hunter2-canary")
                            .replace(
                                "replica.internal:3306", "root:hunter2-canary@replica.internal")
                        + "  users: { from: m, to: u, id: keep, fields: { a: b } }\n"));

    assertThat(
        given.shown(refused),
        contains(
            "plan.yaml:3:9 source.jdbc: a JDBC URL holds no account: use user and password",
            "plan.yaml:5:13 source.password: is not written into a plan (${env:NAME} or"
                + " ${file:/path})"));
    assertThat(refused.toString(), not(containsString("hunter2-canary")));
  }

  @Test
  void aFileThatIsNotThereIsAProblemOfThePlan() {
    PlanRefused refused =
        assertThrows(
            PlanRefused.class,
            () -> PlanReader.read(Path.of("no-such-plan.yaml"), Secrets.AS_WRITTEN));

    assertThat(refused.getMessage(), is("no-such-plan.yaml:1:1: the file cannot be read"));
  }
}
