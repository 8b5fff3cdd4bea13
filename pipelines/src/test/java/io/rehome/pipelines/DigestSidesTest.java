package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Outage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Two sides are read at once; who fails or is told to end does not wait for the other. */
final class DigestSidesTest {
  @Test
  void readsBothSidesAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);
    KeySide side =
        each -> {
          both.countDown();
          await(both);
          each.accept("17", "");
        };

    assertThat(new DigestSides(DigestSidesTest::pause).differing(side, side).isEmpty(), is(true));
  }

  @Test
  void throwsWhatOneSideThrowsThoughTheOtherReadsOn() {
    Outage outage = new Outage("the target is away", new IllegalStateException("cut"));
    KeySide broken =
        each -> {
          throw outage;
        };

    Outage thrown =
        assertThrows(
            Outage.class,
            () ->
                new DigestSides(DigestSidesTest::pause)
                    .differing(DigestSidesTest::endless, broken));

    assertThat(thrown, sameInstance(outage));
  }

  @Test
  void readsNoMoreWhenTheCommandIsToldToEnd() throws Exception {
    CountDownLatch ended = new CountDownLatch(2);
    KeySide side =
        each -> {
          try {
            endless(each);
          } finally {
            ended.countDown();
          }
        };
    assertThrows(
        Stop.Stopped.class,
        () -> new DigestSides(DigestSidesTest::toldToEnd).differing(side, side));

    assertThat(ended.await(20, TimeUnit.SECONDS), is(true));
  }

  private static void toldToEnd(Duration pause) {
    throw new Stop.Stopped();
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause.toMillis() / 10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void endless(BiConsumer<String, String> each) {
    while (true) {
      each.accept("17", "");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other side was not read meanwhile");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
