package io.rehome.plan;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake each, and the one line that the user reads. */
final class PlanMistakesTest {
  private static final String ENTITY = "  users: { from: m, to: u, id: keep, fields: { a: b } }\n";

  @TempDir Path folder;

  @Test
  void secretsThatAreNotAtHandAreToldBesideOtherMistakes() throws Exception {
    GivenPlan given = new GivenPlan(folder);
    given.file("plan.yaml", GivenPlan.TOP + ENTITY.replace("id:", "ident:"));

    PlanRefused refused =
        assertThrows(
            PlanRefused.class, () -> PlanReader.read(folder.resolve("plan.yaml"), Secrets.AT_HAND));

    assertThat(
        given.shown(refused),
        contains(
            "plan.yaml:4:9 source.user: the environment variable SOURCE_USER is not set",
            "plan.yaml:5:13 source.password: the environment variable SOURCE_PASSWORD is not set",
            "plan.yaml:7:65 target.user: the environment variable T_USER is not set",
            "plan.yaml:7:92 target.password: the environment variable T_PASSWORD is not set",
            "plan.yaml:10:10 entities.users: the key \"id\" is missing",
            "plan.yaml:10:28 entities.users: unknown key \"ident\""));
  }

  static Stream<Arguments> wholePlans() {
    return Stream.of(
        arguments(
            "",
            "1:1: the key \"entities\" is missing; 1:1: the key \"marketplace\" is missing;"
                + " 1:1: the key \"source\" is missing; 1:1: the key \"target\" is missing"),
        arguments("a: [", "1:5: not YAML: expected the node content, but found '<stream end>'"),
        arguments("- a", "1:1: expected keys and values, not a list"),
        arguments("a\n---\nb", "3:1: a plan is one YAML document"),
        arguments(
            top("marketplace: pets", "marketplace: Pets & Paws"),
            "1:14 marketplace: is no name (letters, digits, - and _, at most 63)"),
        arguments(
            top("marketplace:", "marketplce:"),
            "1:1: the key \"marketplace\" is missing; 1:1: unknown key \"marketplce\" (did you mean"
                + " \"marketplace\"?)"),
        arguments(
            top("marketplace: pets", "marketplace: pets\nmarketplace: paws"),
            "2:1: the key \"marketplace\" stands twice (the first is in line 1)"),
        arguments(
            top("jdbc:mariadb:", "jdbc:oracle:"),
            "3:9 source.jdbc: a JDBC URL begins with jdbc:mariadb:, jdbc:mysql: or"
                + " jdbc:postgresql:"),
        arguments(
            top("/pets\n", "/pets?password=x\n"),
            "3:9 source.jdbc: the JDBC URL's option password is not allowed; allowed are"
                + " [connectTimeout, enabledSslProtocolSuites, permitMysqlScheme, serverSslCert,"
                + " socketTimeout, sslMode, trustStore, trustStoreType, useCompression]"),
        arguments(
            top("${env:SOURCE_PASSWORD}", "hunter2"),
            "5:13 source.password: is not written into a plan (${env:NAME} or ${file:/path})"),
        arguments(
            top("  user: ${env:SOURCE_USER}\n", ""), "3:3 source: the key \"user\" is missing"),
        arguments(
            top("Europe/London", "Europe/Lodnon"),
            "6:9 source.zone: unknown time zone \"Europe/Lodnon\" (did you mean \"Europe/London\"?)"),
        arguments(
            top("Europe/London", "Europe/London\n  connections: 1"),
            "7:16 source.connections: is no whole number from 2 to 999 (one reads, one asks)"),
        arguments(
            top("jdbc:postgresql://db", "jdbc:mariadb://db"),
            "7:17 target.jdbc: must be a PostgreSQL database (jdbc:postgresql://host/database)"),
        arguments(
            top("{ jdbc: \"jdbc:postgresql:", "{ http: \"https://x\", jdbc: \"jdbc:postgresql:"),
            "7:17 target.http: an HTTP target is not yet supported"),
        arguments(
            top(
                "jdbc:mariadb://replica.internal:3306/pets",
                "jdbc:postgresql://DB.internal:5432/platform"),
            "7:17 target.jdbc: source and target are the same database"),
        arguments(
            top("lookups:", "store: { user: \"${env:X}\" }\nlookups:"),
            "8:16 store.user: an embedded store has no user (add jdbc)"),
        arguments(
            top("lookups:", "store: { keep: ful }\nlookups:"),
            "8:16 store.keep: unknown word \"ful\" (did you mean \"full\"?)"),
        arguments(
            top("csv: countries.csv, key: code", "csv: nowhere.csv, key: code"),
            "8:30 lookups.countries.csv: nowhere.csv cannot be read"),
        arguments(
            top("csv: countries.csv, key: code", "csv: countries.csv, key: cod"),
            "countries.csv:1:1: unknown key column \"cod\" (did you mean \"code\"?)"),
        arguments(
            top("csv: countries.csv, key: code", "csv: countries.csv"),
            "8:23 lookups.countries: the key \"key\" is missing"),
        arguments(
            top("csv: countries.csv, key: code", "key: code"),
            "8:23 lookups.countries: one of csv and table is needed"),
        arguments(
            top("csv: countries.csv, key: code", "http: \"https://x/{value}\", cache: 24h"),
            "8:31 lookups.countries.http: HTTP lookups are not yet supported; 8:59"
                + " lookups.countries.cache: HTTP lookups are not yet supported"));
  }

  @ParameterizedTest
  @MethodSource("wholePlans")
  void ofAWholePlan(String text, String expected) {
    assertThat(told(text), is(expected));
  }

  static Stream<Arguments> entities() {
    return Stream.of(
        arguments(
            "to: u, id: keep, fields: { a: b }",
            "10:10 entities.users: the key \"from\" is missing"),
        arguments(
            "from: m, id: keep, fields: { a: b }",
            "10:10 entities.users: the key \"to\" is missing"),
        arguments(
            "from: m, to: u, fields: { a: b }", "10:10 entities.users: the key \"id\" is missing"),
        arguments(
            "from: m, to: u, id: target, fields: { a: b }",
            "10:32 entities.users.id: ids assigned by the target are not yet supported (keep,"
                + " offset(n), uuid, or a list of fields)"),
        arguments(
            "from: m, to: u, id: [a, c], fields: { a: b }",
            "10:36 entities.users.id.2: unknown field \"c\" (there is a)"),
        arguments(
            "from: { query: select 1 }, to: u, id: keep, fields: { a: b }",
            "10:18 entities.users.from: a query needs key: the columns that tell its rows apart; 10:27"
                + " entities.users.from.query: the query must hold {range} once (select … where"
                + " {range})"),
        arguments(
            "from: m, key: [k, k], to: u, id: keep, fields: { a: b }",
            "10:26 entities.users.key: \"k\" stands twice"),
        arguments(
            "from: m, where: '', to: u, id: keep, fields: { a: b }",
            "10:28 entities.users.where: is empty"),
        arguments(
            "from: m, to: u, id: keep, fields: { a: b }, unique: { a: merge }",
            "10:69 entities.users.unique.a: merging duplicates is not yet supported (reject)"),
        arguments(
            "from: m, to: u, id: keep, fields: { a: b }, unique: { a: rejct }",
            "10:69 entities.users.unique.a: unknown word \"rejct\" (did you mean \"reject\"?)"),
        arguments(
            "from: m, to: u, id: keep, fields: { a: b }, deletes: remove",
            "10:65 entities.users.deletes: unknown word \"remove\" (there is delete, report)"),
        arguments(
            "from: m, to: u, id: keep, fields: { a: b }, overwrite: yes",
            "10:67 entities.users.overwrite: unknown word \"yes\" (there is false, true)"),
        arguments(
            "from: m, to: u, id: keep, fields: { a: b }, check: [{ field: a, is: emial }]",
            "10:80 entities.users.check.1.is: unknown kind \"emial\" (did you mean \"email\"?)"),
        arguments(
            "from: m, to: u, id: keep, fields: { a: b }, check: [{ field: a }]",
            "10:64 entities.users.check.1: a check has one of is, that and use"),
        arguments(
            "from: m, to: u, id: keep, fields: { a: b }, check: [{ that: 'a < ' }]",
            "10:75 entities.users.check.1.that: the expression ends too early, after \"<\""),
        arguments(
            "from: m, to: u, id: keep, fields: { a: b }, check: [{ use: known-postcod }]",
            "10:71 entities.users.check.1.use: unknown Java check \"known-postcod\" (did you mean"
                + " \"known-postcode\"?)"),
        arguments(
            "from: m, to: u, id: keep, fields: []",
            "10:46 entities.users.fields: expected keys and values, not a list"));
  }

  @ParameterizedTest
  @MethodSource("entities")
  void ofAnEntity(String entity, String expected) {
    assertThat(told(GivenPlan.TOP + "  users: { " + entity + " }\n"), is(expected));
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        arguments(
            "''",
            "16:10 entities.users.fields.a: the rule is empty (an expression, or null to write"
                + " NULL)"),
        arguments(
            "",
            "16:9 entities.users.fields.a: the rule is empty (an expression, or null to write"
                + " NULL)"),
        arguments(
            "x + lowr(y)",
            "16:14 entities.users.fields.a: unknown function \"lowr\" (did you mean \"lower\"?)"),
        arguments(
            "'x + lowr(y)'",
            "16:15 entities.users.fields.a: unknown function \"lowr\" (did you mean \"lower\"?)"),
        arguments(
            "\"x +\\nlowr(y)\"",
            "16:10 entities.users.fields.a: unknown function \"lowr\" (2:1 of the expression) (did you"
                + " mean \"lower\"?)"),
        arguments(
            ">\n        x +\n        lowr(y)",
            "16:10 entities.users.fields.a: unknown function \"lowr\" (1:5 of the expression) (did you"
                + " mean \"lower\"?)"),
        arguments(
            "x.getClass()", "16:10 entities.users.fields.a: a value has no parts and no methods"),
        arguments(
            "lookup('countrys', x).iso2",
            "16:10 entities.users.fields.a: unknown lookup \"countrys\" (did you mean \"countries\"?)"),
        arguments(
            "lookup('countries', x).iso",
            "16:33 entities.users.fields.a: unknown column of countries \"iso\" (did you mean"
                + " \"iso2\"?)"),
        arguments(
            "{ form: x }",
            "16:10 entities.users.fields.a: the key \"from\" is missing; 16:12 entities.users.fields.a:"
                + " unknown key \"form\" (did you mean \"from\"?)"),
        arguments(
            "{ from: [x, y] }",
            "16:18 entities.users.fields.a.from: only a field with ref has several columns"),
        arguments(
            "{ from: x, values: {} }", "16:29 entities.users.fields.a.values: lists no value"),
        arguments(
            "{ from: x, values: { A: [1] } }",
            "16:34 entities.users.fields.a.values.A: expected a single value, not a list"),
        arguments(
            "{ from: x, as: 'value / ' }",
            "16:32 entities.users.fields.a.as: the expression ends too early, after \"/\""),
        arguments(
            "{ from: 'lower(x' }",
            "16:25 entities.users.fields.a.from: the expression ends too early, after \"x\""),
        arguments(
            "{ use: geocode-adress }",
            "16:17 entities.users.fields.a.use: unknown Java rule \"geocode-adress\" (did you mean"
                + " \"geocode-address\"?)"),
        arguments(
            "{ use: geocode-address, from: x }",
            "16:40 entities.users.fields.a.from: cannot stand beside use"),
        arguments(
            "{ ref: users, from: x, as: y }",
            "16:37 entities.users.fields.a.as: cannot stand beside ref"),
        arguments("{ ref: users }", "16:10 entities.users.fields.a: the key \"from\" is missing"),
        arguments(
            "{ ref: users, from: [x, y] }",
            "16:30 entities.users.fields.a.from: the key of users is 1 columns, not 2"),
        arguments(
            "{ ref: users, from: x, missing: rejct }",
            "16:42 entities.users.fields.a.missing: unknown word \"rejct\" (did you mean \"reject\"?)"),
        arguments("*x", "16:10 entities.users.fields.a: aliases (*) are not supported"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void ofAField(String rule, String expected) {
    String users =
        """
          users:
            from: members
            key: id
            to: users
            id: keep
            fields: {}
        """
            .replace(" {}", "\n      a: " + rule);
    assertThat(told(GivenPlan.TOP + users), is(expected));
  }

  @Test
  void ofACsvFile() {
    GivenPlan given = new GivenPlan(folder);
    given.file(
        "countries.csv", "code,iso2,\nUK,GB\nFR,FR,x\n,DE,x\nFR,\"F\nR\",x\nIT,IT,x\nIT,IT,x\n");

    assertThat(
        String.join("\n", given.problems(GivenPlan.TOP + ENTITY)),
        is(
            String.join(
                "\n",
                List.of(
                    "countries.csv:1:1: the header has no name, or one twice: \"\"",
                    "countries.csv:2:1: a row has 2 values, the header 3",
                    "countries.csv:4:1: the row has no code",
                    "countries.csv:6:1: the key \"FR\" stands twice (also in line 3)",
                    "countries.csv:8:1: the key \"IT\" stands twice (also in line 7)"))));
  }

  private String told(String text) {
    List<String> problems = new GivenPlan(folder).problems(text);
    return String.join("; ", problems).replace("plan.yaml:", "").replace(folder + "/", "");
  }

  private static String top(String old, String fresh) {
    String changed = GivenPlan.TOP.replace(old, fresh);
    if (changed.equals(GivenPlan.TOP)) {
      throw new IllegalArgumentException("nothing to change: " + old);
    }
    return changed + ENTITY;
  }
}
