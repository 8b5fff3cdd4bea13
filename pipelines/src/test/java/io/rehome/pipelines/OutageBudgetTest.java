package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Outage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OutageBudgetTest {
  private static final Outage OUTAGE = new Outage("the target was not reached", new Exception());

  @Test
  void pausesTwiceAsLongEachTimeUpToHalfAMinute() {
    OutageBudget budget = new OutageBudget(Duration.ofHours(1));

    List<Long> pauses = Stream.generate(() -> budget.pause(OUTAGE).toSeconds()).limit(7).toList();

    assertThat(pauses, contains(1L, 2L, 4L, 8L, 16L, 30L, 30L));
  }

  @Test
  void triesOnceMoreWhenTheBudgetEnds() {
    OutageBudget budget = new OutageBudget(Duration.ofMillis(300));

    assertThat(budget.pause(OUTAGE), is(lessThanOrEqualTo(Duration.ofMillis(300))));
  }

  @Test
  void throwsTheOutageWhenTheBudgetIsSpent() throws InterruptedException {
    OutageBudget none = new OutageBudget(Duration.ZERO);
    OutageBudget little = new OutageBudget(Duration.ofMillis(10));
    little.pause(OUTAGE);
    Thread.sleep(20);

    assertThat(assertThrows(Outage.class, () -> none.pause(OUTAGE)), is(sameInstance(OUTAGE)));
    assertThat(assertThrows(Outage.class, () -> little.pause(OUTAGE)), is(sameInstance(OUTAGE)));
  }

  @Test
  void isWholeAgainForAnotherOutage() throws InterruptedException {
    OutageBudget budget = new OutageBudget(Duration.ofMillis(10));
    budget.pause(OUTAGE);
    Thread.sleep(20);

    budget.renew();

    assertThat(budget.pause(OUTAGE), is(lessThanOrEqualTo(Duration.ofMillis(10))));
  }
}
