package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.rehome.model.KeyRange;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class OpenGateTest {
  private final Gate gate = new Gate.Open();

  /** One job over all ranges confirmed none of them, however often a worker died in it. */
  @Test
  void aKilledWorkerCostsNoMoreThanAThousandRanges() {
    List<KeyRange> ranges = ranges(2_500);

    List<List<KeyRange>> waves = gate.waves(ranges, 200);

    assertThat(waves.stream().map(List::size).toList(), contains(1_000, 1_000, 500));
    assertThat(ImmutableList.copyOf(Iterables.concat(waves)), is(ranges));
  }

  @Test
  void nothingToReadIsNoWave() {
    assertThat(gate.waves(List.of(), 200), is(empty()));
  }

  private static List<KeyRange> ranges(int count) {
    return LongStream.range(0, count)
        .mapToObj(id -> new KeyRange("ads", id, List.of("" + id), List.of("" + (id + 1))))
        .toList();
  }
}
