package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import io.rehome.pipelines.Exit;
import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many sessions the source's server has of us, while a run that is held back by a rate goes on.
 */
final class SourceConnectionsTest {
  private static final String SESSIONS =
      "select count(*) from information_schema.processlist where db = ? and id <> connection_id()";

  @TempDir private Path folder;
  private Journey journey;

  @BeforeEach
  void begin() throws Exception {
    journey = Journey.begin(folder.resolve("pets"), new Scale(4_000));
    String plan = Files.readString(journey.plan());
    Files.writeString(journey.plan(), plan.replace("\nsource:\n", "\nsource:\n  connections: 3\n"));
  }

  @Test
  void areNoMoreThanThePlanAllows() throws Exception {
    assertThat(mostSessions("--maxReadRate=1500"), is(oneOf(2, 3)));
    assertThat(journey.findings(), is(empty()));
  }

  @Test
  void areNoMoreThanTheFlagAllowsWhateverThePlanSays() throws Exception {
    assertThat(mostSessions("--maxReadRate=1500", "--maxSourceConnections=2"), is(oneOf(1, 2)));
    assertThat(journey.findings(), is(empty()));
  }

  /** How the source spells the breed of a listing is asked while the listings are read. */
  @Test
  void sufficeOnFlinkWhereAStepAsksWhileItReads() throws Exception {
    int most =
        mostSessions(
            "--runner=FlinkRunner",
            "--flinkMaster=[local]",
            "--parallelism=2",
            "--entities=pet_breeds,listings",
            "--maxSourceConnections=2");

    assertThat(most, is(2));
  }

  private int mostSessions(String... flags) throws Exception {
    ExecutorService watcher = Executors.newSingleThreadExecutor();
    CountDownLatch over = new CountDownLatch(1);
    try {
      Future<Integer> most = watcher.submit(() -> watch(journey.source(), over));
      assertThat(journey.migrate(flags).exit(), is(Exit.NOT_ACCEPTED)); // it holds rejections
      over.countDown();
      return most.get();
    } finally {
      watcher.shutdownNow();
    }
  }

  private static int watch(Database source, CountDownLatch over) throws Exception {
    int most = 0;
    try (Connection connection = source.connect();
        PreparedStatement sessions = connection.prepareStatement(SESSIONS)) {
      sessions.setString(1, source.name());
      while (!over.await(2, TimeUnit.MILLISECONDS)) {
        try (ResultSet row = sessions.executeQuery()) {
          row.next();
          most = Math.max(most, row.getInt(1));
        }
      }
    }
    return most;
  }
}
