package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.testdata.demo.Scale;
import io.rehome.testdata.servers.FaultProxy;
import io.rehome.testdata.servers.Passage;
import io.rehome.testdata.servers.TestServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store is cut off when a worker asks for a lookup's table. The drill showed that the record
 * which was mapped just then was rejected for it (EXPRESSION).
 */
final class CutLookupTest {
  private static final String QUESTION = "content from rehome.lookup";

  @TempDir private Path folder;

  @Test
  void isAnOutageAndNoFaultOfTheRecord() throws Exception {
    Journey journey = Journey.begin(folder, Scale.SMALL);
    try (FaultProxy proxy = new FaultProxy(TestServers.postgres().port())) {
      String store = journey.store().jdbcUrl();
      journey.replaceInPlan(store, proxy.to(journey.store()).jdbcUrl());
      proxy.let(CutLookupTest::withoutTheQuestion);
      Process run = new JavaProcess(Rehome.class).start(folder, journey.migration());
      awaitOutage(run);
      proxy.let(Passage.open());

      assertThat(said(), run.waitFor(), is(2));
    }
    assertThat(said(), containsString("was not reached"));
    assertThat(journey.findings(), is(empty()));
  }

  private void awaitOutage(Process run) throws Exception {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (run.isAlive() && !said().contains("trying again") && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static Passage.Fate withoutTheQuestion(Passage.Way way, byte[] bytes, int count) {
    String message = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
    return way == Passage.Way.TO_SERVER && message.contains(QUESTION)
        ? Passage.Fate.CUT
        : Passage.Fate.FORWARDED;
  }

  private String said() throws Exception {
    return Files.readString(folder.resolve("process.log"));
  }
}
