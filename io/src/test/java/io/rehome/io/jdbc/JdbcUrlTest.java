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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.internal/platform",
        "jdbc:postgresql://db.internal/platform?sslmode=prefer",
        "jdbc:postgresql://127.0.0.1,db.internal:5433/platform",
        "jdbc:postgresql://localhost.evil.example/platform",
        "jdbc:mariadb://10.0.0.7:3306/pets",
        "jdbc:mariadb://10.0.0.7:3306/pets?sslMode=disable",
        "jdbc:mysql://[2001:db8::1]:3306/pets",
      })
  void knowsWhatOthersMayRead(String url) {
    assertThat(new JdbcUrl(url).mayBeRead(), equalTo(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.internal/platform?sslmode=verify-full",
        "jdbc:postgresql://db.internal/platform?sslmode=require",
        "jdbc:mariadb://10.0.0.7:3306/pets?sslMode=VERIFY_FULL",
        "jdbc:mariadb://127.0.0.1:3306/pets",
        "jdbc:postgresql://localhost/platform",
        "jdbc:postgresql://[::1]:5432/platform",
        "jdbc:postgresql:platform",
      })
  void knowsWhatNobodyReads(String url) {
    assertThat(new JdbcUrl(url).mayBeRead(), equalTo(false));
  }
}
