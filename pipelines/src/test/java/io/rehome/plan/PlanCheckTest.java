package io.rehome.plan;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rehome.io.Identity;
import io.rehome.io.LookupRows;
import io.rehome.model.SourceColumn;
import io.rehome.model.TargetColumn;
import io.rehome.plan.Levels.Group;
import io.rehome.plan.Levels.Level;
import io.rehome.plan.Levels.Link;
import io.rehome.plan.Levels.Timing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PlanCheckTest {
  private static final GivenSource SOURCE =
      new GivenSource()
          .table(
              "members",
              "member_id INTEGER key",
              "email_addr TEXT",
              "state TEXT",
              "boss INTEGER",
              "created DATETIME")
          .table("ads", "ad_id INTEGER key", "member_id INTEGER", "title TEXT")
          .table("marks", "member_id INTEGER key", "ad_id INTEGER key")
          .table("log", "line TEXT")
          .lookup(
              "breed",
              new LookupRows(
                  List.of("breed_id", "name"), List.of(Map.of("breed_id", 1L, "name", "Pug"))))
          .lookup(
              "twice", new LookupRows(List.of("id"), List.of(Map.of("id", 1L), Map.of("id", 1L))));

  private static final GivenTarget TARGET =
      new GivenTarget()
          .table(
              "users",
              "user_id UUID key",
              "email TEXT required unique size:10",
              "status ENUM labels:active,closed required",
              "boss_id UUID references:users",
              "joined_at INSTANT",
              "shout TEXT generated",
              "rank INTEGER",
              "country TEXT required default")
          .table(
              "listings",
              "listing_id INTEGER key",
              "seller_id UUID required references:users",
              "title TEXT")
          .table("favourites", "user_id UUID key", "listing_id INTEGER key")
          .table("strict", "id INTEGER key", "strict_id INTEGER required references:strict")
          .table(
              "loose", "id INTEGER key", "strict_id INTEGER required references:strict deferrable")
          .table("heap", "line TEXT");

  @TempDir Path folder;
  private GivenPlan given;

  @BeforeEach
  void folder() {
    given = new GivenPlan(folder);
  }

  @Test
  void joinsEachEntityWithWhatItsCatalogsSay() throws Exception {
    CheckedPlan checked =
        check(
            """
              favourites:
                from: marks
                to: favourites
                id: [listing_id, user_id]
                fields:
                  listing_id: { ref: listings, from: ad_id }
                  user_id: { ref: users, from: member_id }
              listings:
                from: ads
                to: listings
                id: offset(1000)
                fields:
                  title: title
                  seller_id: { ref: users, from: member_id }
              users:
                from: members
                where: state = 'A'
                to: users
                id: uuid
                fields:
                  status: { from: state, values: { A: active } }
                  email: email_addr
                  boss_id: { ref: users, from: boss }
                  joined_at: created
            """);

    CheckedEntity users = checked.entity("users");
    assertThat(
        users.source().columns().stream().map(SourceColumn::name).toList(),
        contains("member_id", "email_addr", "state", "boss", "created"));
    assertThat(users.source().where(), is("state = 'A'"));
    assertThat(
        names(users.shape().columns()),
        contains("user_id", "email", "status", "boss_id", "joined_at"));
    assertThat(names(users.shape().key()), contains("user_id"));
    assertThat(
        names(checked.entity("favourites").shape().key()), contains("user_id", "listing_id"));
    assertThat(
        checked.levels(),
        is(
            new Levels(
                List.of(
                    new Level(
                        List.of(
                            new Group(
                                List.of("users"),
                                List.of(new Link("users", "boss_id", "users", Timing.LATE))))),
                    new Level(List.of(new Group(List.of("listings"), List.of()))),
                    new Level(List.of(new Group(List.of("favourites"), List.of())))))));
    assertThat(SerializableUtils.ensureSerializable(checked), is(checked));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            "from: membres, to: users, id: uuid, fields: { email: a, status: b }",
            "10:18 entities.users.from: the source has no table membres (did you mean \"members\"?)"),
        arguments(
            "from: members, key: id, to: users, id: uuid, fields: { email: a, status: b }",
            "10:32 entities.users.key: the source has no column id (there is boss, created, email_addr, member_id, state)"),
        arguments(
            "from: members, where: nonsense, to: users, id: uuid, fields: { email: a, status: b }",
            "10:34 entities.users.where: the source refuses where: near nonsense"),
        arguments(
            "from: members, to: user, id: uuid, fields: { email: email_addr }",
            "10:31 entities.users.to: the target has no table user (did you mean \"users\"?)"),
        arguments(
            "from: members, to: users, id: uuid, fields: { email: lower(email_adr), status: stat }",
            "10:71 entities.users.fields.email: unknown source column \"email_adr\" (did you mean \"email_addr\"?); 10:91 entities.users.fields.status: unknown source column \"stat\" (did you mean \"state\"?)"),
        arguments(
            "from: members, to: users, id: uuid, fields: { email: { from: e_mail }, status: { from:"
                + " state, as: \"upper(valu)\" } }",
            "10:73 entities.users.fields.email.from: unknown source column \"e_mail\" (there is boss, created, email_addr, member_id, state); 10:117 entities.users.fields.status.as: unknown source column \"valu\" (did you mean \"value\"?)"),
        arguments(
            "from: members, changed: modified, to: users, id: uuid, fields: { email: state, status:"
                + " state }",
            "10:36 entities.users.changed: unknown source column \"modified\" (there is boss, created, email_addr, member_id, state)"),
        arguments(
            "from: members, to: users, id: uuid, fields: { emial: state, status: state }",
            "10:56 entities.users.fields: nothing fills \"email\", which is NOT NULL without a default; 10:65 entities.users.fields.emial: unknown column of users \"emial\" (did you mean \"email\"?)"),
        arguments(
            "from: members, to: users, id: uuid, fields: { email: state, status: state, shout: state"
                + " }",
            "10:94 entities.users.fields.shout: is computed by the target and cannot be written"),
        arguments(
            "from: members, to: users, id: uuid, fields: { email: state, status: { from: state,"
                + " values: { A: actve, X: ~ } } }",
            "10:108 entities.users.fields.status.values.A: cannot stand in status: \"actve\" is none of active, closed (did you mean \"active\"?); 10:118 entities.users.fields.status.values.X: cannot stand in status: NULL, where a value is required (there is active, closed)"),
        arguments(
            "from: members, to: users, id: uuid, fields: { email: { from: state, missing:"
                + " longer-than-ten }, status: state, rank: { from: boss, missing: none } }",
            "10:89 entities.users.fields.email.missing: cannot stand in email: \"longer-than-ten\" is 15 characters long; the column takes 10; 10:152 entities.users.fields.rank.missing: cannot stand in rank: \"none\" is no number"),
        arguments(
            "from: members, to: users, id: uuid, fields: { email: state, status: state }, unique: {"
                + " emial: reject }, check: [{ field: nick, is: email }, { that: \"lower(nick) =="
                + " 'a'\" }], deletes: { set: { stat: closed } }",
            "10:106 entities.users.unique.emial: unknown field \"emial\" (did you mean \"email\"?); 10:133 entities.users.check.1.field: unknown field \"nick\" (there is email, status, user_id); 10:167 entities.users.check.2.that: unknown field \"nick\" (there is email, status, user_id); 10:209 entities.users.deletes.set.stat: unknown column of users \"stat\" (did you mean \"status\"?)"),
        arguments(
            "from: members, to: users, id: keep, fields: { user_id: state, email: state, status:"
                + " state }",
            "10:67 entities.users.fields.user_id: is filled by id: leave it out, or list it in id"),
        arguments(
            "from: members, to: users, id: offset(5), fields: { email: state, status: state }",
            "10:42 entities.users.id: offset does not fit user_id, which is uuid"),
        arguments(
            "from: log, to: listings, id: keep, fields: { title: line, seller_id: line }",
            "10:41 entities.users.id: the source's table has no primary key to make an id of: use uuid, or name key"),
        arguments(
            "from: marks, to: listings, id: keep, fields: { title: ad_id, seller_id: ad_id }",
            "10:43 entities.users.id: the source's key has 2 columns, the target's one column"),
        arguments(
            "from: ads, to: listings, id: uuid, fields: { title: title, seller_id: title }",
            "10:41 entities.users.id: uuid does not fit listing_id, which is integer"),
        arguments(
            "from: marks, to: favourites, id: uuid, fields: {}",
            "10:45 entities.users.id: uuid makes one column, the key of favourites has 2 columns"),
        arguments(
            "from: marks, to: favourites, id: [user_id], fields: { user_id: ad_id }",
            "10:45 entities.users.id: the key of favourites is user_id, listing_id"),
        arguments(
            "from: log, to: heap, id: uuid, fields: { line: line }",
            "10:27 entities.users.to: the table heap has no primary key"),
        arguments(
            "from: ads, to: listings, id: keep, fields: { title: title, seller_id: { ref: users,"
                + " from: ad_id } }",
            "10:82 entities.users.fields.seller_id: is uuid, the key of users integer; 10:89 entities.users.fields.seller_id.ref: is NOT NULL and not deferrable, and leads back to users: no record could be the first"),
        arguments(
            "from: ads, to: strict, id: keep, fields: { strict_id: { ref: users, from: ad_id,"
                + " missing: null } }",
            "10:73 entities.users.fields.strict_id.ref: is NOT NULL and not deferrable, and leads back to users: no record could be the first; 10:102 entities.users.fields.strict_id.missing: cannot stand in strict_id: NULL, where a value is required"),
        arguments(
            "from: ads, to: loose, id: keep, fields: { strict_id: { ref: users, from: [ad_id,"
                + " member_id] } }",
            "10:85 entities.users.fields.strict_id.from: the key of users is 1 columns, not 2"),
        arguments(
            "from: marks, to: favourites, id: [user_id, listing_id], fields: { user_id: { ref: users,"
                + " from: [ad_id, member_id] }, listing_id: ad_id }",
            "10:94 entities.users.fields.user_id.ref: one field cannot name users, whose key is user_id, listing_id"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void ofAnEntity(String entity, String expected) {
    String told = String.join("; ", problems(GivenPlan.TOP + "  users: { " + entity + " }\n"));

    assertThat(told, is(expected));
  }

  @Test
  void dateTimesThatBecomeMomentsNeedTheSourcesZone() {
    String plan =
        (GivenPlan.TOP
                + "  users: { from: members, to: users, id: uuid, fields: { email: state, status: state,"
                + " joined_at: created } }\n")
            .replace("  zone: Europe/London\n", "");

    assertThat(
        problems(plan),
        contains(
            "9:98 entities.users.fields.joined_at: the source's date-time carries no zone, and the"
                + " target's column wants one (name source.zone)"));
  }

  @Test
  void lookupTablesAreLookedAtToo() {
    String plan =
        GivenPlan.TOP.replace(
                "lookups: {",
                "lookups: { breeds: { table: breed, key: breed_id }, lost: { table: breeds, key: x },"
                    + " twins: { table: twice, key: id }, wrong: { table: breed, key: nme },")
            + "  users: { from: members, to: users, id: uuid, fields: { email: \"lookup('breeds',"
            + " boss).nme\", status: state } }\n";

    assertThat(
        problems(plan),
        contains(
            "8:68 lookups.lost.table: the source has no table breeds (did you mean \"breed\"?)",
            "8:114 lookups.twins.key: the key 1 stands twice in the lookup",
            "8:148 lookups.wrong.key: unknown column of breed \"nme\" (did you mean \"name\"?)",
            "10:89 entities.users.fields.email: unknown column of breeds \"nme\" (did you mean"
                + " \"name\"?)"));
  }

  @Test
  void aTargetThatIsTheSourceIsRefusedWhateverItsUrl() throws Exception {
    Plan plan =
        given.read(
            GivenPlan.TOP + "  a: { from: ads, to: heap, id: uuid, fields: { line: title } }\n");
    GivenTarget same = new GivenTarget().identity(new Identity("replica", "pets"));

    PlanRefused refused =
        assertThrows(PlanRefused.class, () -> PlanCheck.against(plan, SOURCE, same));

    assertThat(
        given.shown(refused),
        contains("plan.yaml:7:17 target.jdbc: source and target are the same database"));
  }

  private CheckedPlan check(String entities) throws PlanRefused {
    return PlanCheck.against(given.read(GivenPlan.TOP + entities), SOURCE, TARGET);
  }

  private List<String> problems(String text) {
    PlanRefused refused =
        assertThrows(PlanRefused.class, () -> PlanCheck.against(given.read(text), SOURCE, TARGET));
    return given.shown(refused).stream().map(line -> line.replace("plan.yaml:", "")).toList();
  }

  private static List<String> names(List<TargetColumn> columns) {
    return columns.stream().map(TargetColumn::name).toList();
  }
}
