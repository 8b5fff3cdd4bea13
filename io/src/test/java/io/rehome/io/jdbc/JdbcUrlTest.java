package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs are safe to use. */
class JdbcUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mariadb://host/db?allowLocalInfile=true",
        "jdbc:mysql://host/db?autoDeserialize=true",
        "jdbc:mysql://host/db?sslMode=trust&allowLoadLocalInfile=true",
        "jdbc:postgresql://host/db?socketFactory=org.x.Y&socketFactoryArg=z",
        "jdbc:postgresql://host/db?loggerFile=/etc/cron.d/x",
        "jdbc:postgresql://host/db?password=hush",
        "jdbc:postgresql://someone:hush@host/db",
        "jdbc:h2:mem:x",
        "http://host/db",
      })
  void refusesOptionsAndFormsThatCouldDoHarmWithoutRepeatingSecrets(String url) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new JdbcUrl(url));

    assertThat(refusal.getMessage(), not(containsString("hush")));
  }

  @Test
  void takesWhatIsNeededToConnectSafely() {
    assertThat(
        new JdbcUrl("jdbc:postgresql://db.internal:5432/platform?sslmode=verify-full").server(),
        equalTo("db.internal:5432/platform"));
    assertThat(
        new JdbcUrl("jdbc:mysql://a:1,b:2/pets?sslMode=verify-full").server(),
        equalTo("a:1,b:2/pets"));
    assertThat(new JdbcUrl("jdbc:postgresql:platform").server(), equalTo("platform"));
  }
}
