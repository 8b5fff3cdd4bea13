package io.rehome.testdata.servers;

import static io.rehome.testdata.servers.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
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
    new Users(users()).signOn();
    DatabaseServer left = kind.start(ServerSettings.in(directory).living(Lifetime.of(users())));
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
    OtherJvm owner = OtherJvm.thatStarts(kind, new Lifetime.OfThisJvm(), directory);
    ServerProcess server = ServerProcess.running(directory).orElseThrow();
    owner.kill();
    Patience.until(() -> !server.isAlive(), () -> "an orphan");
    try (DatabaseServer next = kind.start(ServerSettings.in(directory))) {
      assertThat(answer(next.database("shop"), "select name from pets"), is("Rex"));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void outlivesAJvmThatIsKilledWhileItHasOtherUsers(Kind kind) throws IOException {
    Path use = new Users(users()).signOn();
    OtherJvm.thatStarts(kind, Lifetime.of(users()), directory).kill();
    ServerProcess server = ServerProcess.running(directory).orElseThrow();
    assertThat(ofSeconds(3, server::isAlive), is(true));
    new Users(users()).signOff(use);
    Patience.until(() -> !server.isAlive(), () -> "nobody uses it and it runs");
  }

  private static boolean ofSeconds(int seconds, BooleanSupplier condition) {
    return Patience.pause(Duration.ofSeconds(seconds)) && condition.getAsBoolean();
  }

  private Path users() {
    return directory.resolve("users");
  }

  static void withOnePet(DatabaseServer server) {
    server
        .createDatabase("shop")
        .execute("create table pets (name varchar(20))", "insert into pets values ('Rex')");
  }
}
