package io.rehome.testdata.servers;

import static io.rehome.testdata.servers.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerLifeTest {
  @TempDir(factory = TargetDirectory.class)
  Path directory;

  /** Both servers: each promise holds for both. */
  enum Kind {
    MARIADB {
      @Override
      DatabaseServer start(ServerSettings settings) {
        return MariaDbServer.start(settings);
      }
    },
    POSTGRES {
      @Override
      DatabaseServer start(ServerSettings settings) {
        return PostgresServer.start(settings);
      }
    };

    abstract DatabaseServer start(ServerSettings settings);
  }

  static Stream<Kind> servers() {
    return Stream.of(Kind.values());
  }

  @ParameterizedTest
  @MethodSource("servers")
  void keepsItsDataFromStartToStart(Kind kind) {
    ServerSettings settings = ServerSettings.in(directory);
    try (DatabaseServer first = kind.start(settings)) {
      withOnePet(first);
    }
    try (DatabaseServer second = kind.start(settings)) {
      assertThat(answer(second.database("shop"), "select name from pets"), is("Rex"));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void comesBackAfterACrashOnTheSamePort(Kind kind) {
    DatabaseServer first = kind.start(ServerSettings.in(directory));
    withOnePet(first);
    first.crash();
    assertThat(first.isAlive(), is(false));
    try (DatabaseServer second = kind.start(ServerSettings.in(directory).onPort(first.port()))) {
      assertThat(second.port(), is(first.port()));
      assertThat(answer(second.database("shop"), "select name from pets"), is("Rex"));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void stopsTheServerThatIsLeftInItsDirectory(Kind kind) {
    DatabaseServer left = kind.start(ServerSettings.in(directory).living(Lifetime.SHARED));
    withOnePet(left);
    try (DatabaseServer next = kind.start(ServerSettings.in(directory))) {
      assertThat(left.isAlive(), is(false));
      assertThat(next.pid(), is(not(left.pid())));
      assertThat(answer(next.database("shop"), "select name from pets"), is("Rex"));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void endsWithAJvmThatIsKilled(Kind kind) throws IOException {
    OtherJvm owner = OtherJvm.thatStarts(kind, Lifetime.JVM, directory);
    ServerProcess server = ServerProcess.running(directory).orElseThrow();
    owner.kill();
    Patience.until(() -> !server.isAlive(), () -> "an orphan");
    try (DatabaseServer next = kind.start(ServerSettings.in(directory))) {
      assertThat(answer(next.database("shop"), "select name from pets"), is("Rex"));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void outlivesAJvmThatIsKilledIfItIsShared(Kind kind) throws IOException {
    OtherJvm owner = OtherJvm.thatStarts(kind, Lifetime.SHARED, directory);
    owner.kill();
    ServerProcess server = ServerProcess.running(directory).orElseThrow();
    try (DatabaseServer next = kind.start(ServerSettings.in(directory))) {
      assertThat(server.isAlive(), is(false));
      assertThat(answer(next.database("shop"), "select name from pets"), is("Rex"));
    }
  }

  static void withOnePet(DatabaseServer server) {
    server
        .createDatabase("shop")
        .execute("create table pets (name varchar(20))", "insert into pets values ('Rex')");
  }
}
