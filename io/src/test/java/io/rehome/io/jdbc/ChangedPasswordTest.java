package io.rehome.io.jdbc;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Refusal;
import io.rehome.testdata.servers.Database;
import io.rehome.testdata.servers.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An account whose password, or right to sign in, is changed while its pool is open. */
final class ChangedPasswordTest {

  @Test
  void isRefusedSoonByMariaDb() {
    Database admin = TestServers.freshMariaDb();
    admin.execute("create user changing identified by 'before'", "grant select on *.* to changing");
    SourceUnderTest source = SourceUnderTest.over(admin.as("changing", "before"));
    source.source().tables();

    admin.execute("alter user changing identified by 'after'", "kill user changing");

    assertThat(refusedAfter(source).compareTo(Duration.ofSeconds(10)), is(lessThan(0)));
  }

  @Test
  void isRefusedSoonByPostgres() {
    Database admin = TestServers.freshPostgres();
    admin.execute("drop role if exists changing", "create role changing login password 'before'");
    SourceUnderTest source = SourceUnderTest.over(admin.as("changing", "before"));
    source.source().tables();

    admin.execute(
        "alter role changing nologin",
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'changing'");

    assertThat(refusedAfter(source).compareTo(Duration.ofSeconds(10)), is(lessThan(0)));
  }

  private static Duration refusedAfter(SourceUnderTest source) {
    long start = System.nanoTime();
    Refusal refusal = assertThrows(Refusal.class, () -> source.source().tables());
    assertThat(refusal.getMessage(), containsString("refused"));
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
