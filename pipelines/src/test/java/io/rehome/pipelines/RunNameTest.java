package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RunNameTest {
  private static final Instant STARTED = Instant.parse("2026-03-01T23:59:58.999Z");

  @Test
  void tellsMarketplaceTimeAndMode() {
    assertThat(
        RunName.of("pets4homes", Mode.FIND_MISSING, STARTED),
        matchesPattern("pets4homes-20260301-235958-find-missing-[0-9a-f]{4}"));
  }

  @Test
  void canBeAFoldersName() {
    assertThat(
        RunName.of("../Pets & Paws/é", Mode.NORMAL, STARTED),
        matchesPattern("---Pets---Paws---20260301-235958-normal-[0-9a-f]{4}"));
  }

  @Test
  void sortsByTime() {
    assertThat(
        RunName.of("pets4homes", Mode.VERIFY, STARTED),
        is(lessThan(RunName.of("pets4homes", Mode.DIFF, STARTED.plusSeconds(2)))));
  }

  @Test
  void differsForRunsOfTheSameSecond() {
    long names =
        Stream.generate(() -> RunName.of("pets4homes", Mode.NORMAL, STARTED))
            .limit(20)
            .distinct()
            .count();

    assertThat(names, is(not(1L)));
  }
}
