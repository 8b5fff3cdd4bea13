package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.io.RangeTally;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RangeSumTest {
  private static final Set<String> READ = Set.of("ads", "users");

  @Test
  void tellsOfTheEntitiesThatAreReadAndOfThisRunAlone() {
    RangeSum before =
        sum(new RangeTally("ads", 10, 4, 0, 4_000), new RangeTally("users", 2, 0, 0, 0));
    RangeSum now =
        sum(
            new RangeTally("ads", 10, 5, 0, 5_000),
            new RangeTally("users", 2, 0, 1, 1_000),
            new RangeTally("photos", 90, 90, 0, 90_000));

    assertThat(now.rowsSince(before), is(2_000L));
    assertThat(now.expectedSince(before), is(8_000L));
  }

  @Test
  void expectsNothingBeforeARangeIsFinished() {
    RangeSum nothing = sum(new RangeTally("ads", 10, 0, 0, 0));

    assertThat(nothing.expectedSince(nothing), is(0L));
  }

  private static RangeSum sum(RangeTally... tallies) {
    return RangeSum.of(List.of(tallies), READ);
  }
}
