package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.TargetFixture.FENCE;
import static io.rehome.io.jdbc.TargetFixture.document;
import static io.rehome.io.jdbc.TargetFixture.outcomes;
import static io.rehome.io.jdbc.TargetFixture.perhaps;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import io.rehome.io.Upload;
import io.rehome.model.DocumentShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class SeveralLoadersTest {
  private static final int LOADERS = 4;
  private static final int LOADS = 15;

  /** As if bundles were delivered twice, late, and side by side: they meet, and wait. */
  @Test
  void eachRowIsWrittenOnceWhoeverSendsItAndHoweverOften() throws Exception {
    var fixture = new TargetFixture("create table t (id bigint primary key, name text unique)");
    var shape = fixture.shape("t");
    long seed = 20_261_122L;
    List<Callable<List<String>>> loaders = new ArrayList<>();
    for (int i = 0; i < LOADERS; i++) {
      Random random = new Random(seed + i);
      loaders.add(() -> loads(fixture, shape, random));
    }
    var pool = Executors.newFixedThreadPool(LOADERS);

    List<String> outcomes = new ArrayList<>();
    for (var loader : pool.invokeAll(loaders)) {
      outcomes.addAll(loader.get());
    }
    pool.shutdown();

    assertThat("seed " + seed, outcomes, everyItem(is(oneOf("WRITTEN", "EQUAL"))));
    List<String> rows = fixture.rows("select id from t where name = 'name ' || id");
    assertThat(rows, hasSize(Collections.frequency(outcomes, "WRITTEN")));
    assertThat(fixture.rows("select count(*) from t").get(0), is("" + rows.size()));
  }

  private static List<String> loads(TargetFixture fixture, DocumentShape shape, Random random) {
    List<String> outcomes = new ArrayList<>();
    try (var loading = fixture.target.open(FENCE)) {
      for (int i = 0; i < LOADS; i++) {
        outcomes.addAll(outcomes(loading.load(shape, uploads(shape, random))));
      }
    }
    return outcomes;
  }

  private static List<Upload> uploads(DocumentShape shape, Random random) {
    return random
        .longs(1, 2_000)
        .distinct()
        .limit(100)
        .sorted()
        .mapToObj(id -> perhaps(shape, document(id, "name " + id), id, "name " + id))
        .toList();
  }
}
