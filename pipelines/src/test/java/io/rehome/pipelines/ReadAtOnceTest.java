package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.Outage;
import io.rehome.pipelines.ReadAtOnce.Reading;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** All are read at once; who fails or is told to end does not wait for the others. */
final class ReadAtOnceTest {
  @Test
  void readsAllAtTheSameTime() {
    CountDownLatch all = new CountDownLatch(3);
    Reading reading =
        goesOn -> {
          all.countDown();
          await(all);
        };

    new ReadAtOnce(() -> {}).all(List.of(reading, reading, reading));

    assertThat(all.getCount(), is(0L));
  }

  @Test
  void throwsWhatOneThrowsThoughTheOthersReadOn() {
    Outage outage = new Outage("the target is away", new IllegalStateException("cut"));
    Reading broken =
        goesOn -> {
          throw outage;
        };

    Outage thrown =
        assertThrows(
            Outage.class,
            () -> new ReadAtOnce(() -> {}).all(List.of(ReadAtOnceTest::endless, broken)));

    assertThat(thrown, sameInstance(outage));
  }

  @Test
  void readsNoMoreWhenTheCommandIsToldToEnd() throws Exception {
    CountDownLatch ended = new CountDownLatch(2);
    Reading reading =
        goesOn -> {
          try {
            endless(goesOn);
          } finally {
            ended.countDown();
          }
        };
    assertThrows(
        Stop.Stopped.class,
        () -> new ReadAtOnce(ReadAtOnceTest::toldToEnd).all(List.of(reading, reading)));

    assertThat(ended.await(20, TimeUnit.SECONDS), is(true));
  }

  private static void toldToEnd() {
    throw new Stop.Stopped();
  }

  private static void endless(Runnable goesOn) {
    while (true) {
      goesOn.run();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the others were not read meanwhile");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
