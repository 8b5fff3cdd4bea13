package io.rehome.plan;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.rehome.model.Fingerprint;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanFingerprintTest {
  private static final String PLAN =
      GivenPlan.TOP
          + """
            users:
              from: members
              where: deleted = 0
              to: users
              id: uuid
              fields:
                email: lower(email)
                status: { from: state, values: { A: active, X: closed } }
                boss_id: { ref: users, from: boss }
              check:
                - { field: email, is: email }
              unique: { email: reject }
            pets: { from: pets, to: pets, id: keep, fields: { name: name } }
          assert:
            - { source: "select 1", target: "select 1" }
          """
              .indent(0);

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "replica.internal | other.internal",
        "${env:SOURCE_PASSWORD} | ${file:/run/secrets/x}",
        "lookups: | store: { keep: full }¶lookups:",
        "where: deleted = 0 | 'where: deleted = 0 # those who left'",
        "A: active, X: closed | X: closed, A: active",
        "lower(email) | ' lower(email) '",
        "select 1 | select 2",
        "to: users | changed: last_modified¶    to: users",
      })
  void staysTheSameWhereTheRulesDo(String old, String fresh) throws Exception {
    assertThat(fingerprint(changed(old, fresh)), is(fingerprint(PLAN)));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "marketplace: pets | marketplace: paws",
        "Europe/London | Europe/Paris",
        "key: code | key: iso2",
        "deleted = 0 | deleted = 1",
        "to: pets | to: animals",
        "id: keep | id: offset(1)",
        "lower(email) | upper(email)",
        "X: closed | X: gone",
        "X: closed | X: 'closed'",
        "from: boss } | from: boss, missing: null }",
        "is: email | is: url",
        "unique: { email: reject } | unique: { 'email, status': reject }",
        "name: name } } | name: name }, overwrite: true }",
        "name: name } } | name: name }, deletes: delete }",
      })
  void changesWithTheRules(String old, String fresh) throws Exception {
    assertThat(fingerprint(changed(old, fresh)), is(not(fingerprint(PLAN))));
  }

  private static String changed(String old, String fresh) {
    String plan = PLAN.replace(old, fresh.replace('¶', '\n'));
    if (plan.equals(PLAN)) {
      throw new IllegalArgumentException("nothing to change: " + old);
    }
    return plan;
  }

  private Fingerprint fingerprint(String text) throws PlanRefused {
    return PlanFingerprint.of(new GivenPlan(folder).read(text));
  }
}
