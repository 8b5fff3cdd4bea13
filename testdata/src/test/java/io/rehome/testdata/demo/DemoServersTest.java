package io.rehome.testdata.demo;

import static io.rehome.testdata.servers.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.servers.TargetDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoServersTest {
  @TempDir(factory = TargetDirectory.class)
  Path home;

  @Test
  void theLastUserStopsThemAndTheNextFindsDataAndPortsAgain() {
    DemoServers first = DemoServers.use(home);
    first.mariaDb().createDatabase("shop").execute("create table pets (name varchar(20))");
    DemoServers second = DemoServers.use(home);
    assertThat(second.mariaDb().pid(), is(first.mariaDb().pid()));
    assertThat(second.postgres().pid(), is(first.postgres().pid()));
    first.close();
    assertThat(answer(second.mariaDb().database("shop"), "select count(*) from pets"), is("0"));
    second.close();
    assertThat(first.mariaDb().isAlive(), is(false));
    assertThat(first.postgres().isAlive(), is(false));
    try (DemoServers third = DemoServers.use(home)) {
      assertThat(third.mariaDb().port(), is(first.mariaDb().port()));
      assertThat(third.postgres().port(), is(first.postgres().port()));
      assertThat(answer(third.mariaDb().database("shop"), "select count(*) from pets"), is("0"));
    }
  }

  @Test
  void aServerThatCrashedIsStartedAgainByTheNextUser() {
    try (DemoServers first = DemoServers.use(home)) {
      first.postgres().crash();
      try (DemoServers second = DemoServers.use(home)) {
        assertThat(second.mariaDb().pid(), is(first.mariaDb().pid()));
        assertThat(answer(second.postgres().database("postgres"), "select 1"), is("1"));
      }
    }
  }
}
