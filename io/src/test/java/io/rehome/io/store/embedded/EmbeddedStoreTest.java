package io.rehome.io.store.embedded;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.rehome.io.Register.Begin;
import io.rehome.io.Store;
import io.rehome.io.Store.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of a working directory, shared by its processes and kept between them. */
final class EmbeddedStoreTest {
  @TempDir private Path directory;

  private long pid() throws IOException {
    List<String> lines = Files.readAllLines(directory.resolve(".rehome/store/data/postmaster.pid"));
    return Long.parseLong(lines.get(0).strip());
  }

  @Test
  void isReadyAtOnceAndKeepsWhatItHolds() {
    assertThat(EmbeddedStore.existsIn(directory), is(false));
    long campaign;
    try (EmbeddedStore first = EmbeddedStore.of(directory)) {
      assertThat(first.store().readiness(), is(Readiness.CURRENT));
      campaign = first.store().register("paws").campaign(Begin.CONTINUE).id();
    }
    assertThat(EmbeddedStore.existsIn(directory), is(true));
    try (EmbeddedStore second = EmbeddedStore.of(directory)) {
      assertThat(second.store().register("paws").campaign(Begin.CONTINUE).id(), equalTo(campaign));
    }
  }

  @Test
  void theLastUserStopsTheServer() throws IOException {
    EmbeddedStore migrate = EmbeddedStore.of(directory);
    long pid = pid();
    EmbeddedStore status = EmbeddedStore.of(directory);
    assertThat(pid(), is(pid));
    migrate.close();
    assertThat(status.store().readiness(), is(Readiness.CURRENT));
    status.close();
    assertThat(ProcessHandle.of(pid).isPresent(), is(false));
  }

  @Test
  void aServerThatAKilledProcessLeftBehindIsUsedAndStopped() throws IOException {
    EmbeddedStore killed = EmbeddedStore.of(directory);
    long pid = pid();
    try (Stream<Path> uses = Files.list(directory.resolve(".rehome/store/users"))) {
      Path use = uses.findFirst().orElseThrow();
      Files.move(use, use.resolveSibling("999999999-1"));
    }
    try (EmbeddedStore next = EmbeddedStore.of(directory)) {
      assertThat(pid(), is(pid));
      assertThat(next.store().identity(), equalTo(killed.store().identity()));
    }
    assertThat(ProcessHandle.of(pid).isPresent(), is(false));
  }

  @Test
  void aServerThatCrashedIsStartedAgain() throws Exception {
    try (EmbeddedStore first = EmbeddedStore.of(directory)) {
      long pid = pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
      try (EmbeddedStore second = EmbeddedStore.of(directory)) {
        assertThat(pid(), is(not(pid)));
        Store store = second.store();
        assertThat(store.readiness(), is(Readiness.CURRENT));
      }
      assertThat(first.store(), is(not(equalTo(null))));
    }
  }

  @Test
  void thePasswordIsTheOwnersAlone() throws IOException {
    try (EmbeddedStore store = EmbeddedStore.of(directory)) {
      assertThat(store.store().readiness(), is(Readiness.CURRENT));
      assertThat(
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(directory.resolve(".rehome/store/password"))),
          is("rw-------"));
    }
  }
}
