package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;

import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InFlightTest {
  private static final long BOUND = 100;
  private final InFlight flight = new InFlight();

  @Test
  void countsARangeWithTheMostThatItMayBring() {
    assertThat(flight.admits(range(1), 40, BOUND), is(true));

    assertThat(flight.bytes(), is(40L));
  }

  @Test
  void admitsNothingFromTheBoundOn() {
    flight.admits(range(1), 60, BOUND);
    flight.admits(range(2), 60, BOUND);

    assertThat(flight.admits(range(3), 60, BOUND), is(false));
    assertThat(flight.bytes(), is(120L));
    assertThat(flight.most(), is(120L));
  }

  @Test
  void countsPagesAgainstTheirRange() {
    flight.admits(range(1), 40, BOUND);
    flight.begins(range(1));

    flight.took(page(1, 0, 30, new Page.End.More()));
    assertThat(flight.bytes(), is(40L));

    flight.took(page(1, 1, 30, new Page.End.More()));
    assertThat(flight.bytes(), is(60L));
  }

  @Test
  void givesBackWhatIsLeftWithTheLastPage() {
    flight.admits(range(1), 40, BOUND);
    flight.begins(range(1));

    flight.took(page(1, 0, 30, new Page.End.Last()));

    assertThat(flight.bytes(), is(30L));
  }

  @Test
  void givesBackWhatIsLeftWhereTheReadingWasSplit() {
    flight.admits(range(1), 40, BOUND);

    flight.took(page(1, 0, 30, new Page.End.Split(List.of("9"))));

    assertThat(flight.bytes(), is(30L));
  }

  @Test
  void givesBackAnEmptyRangeWhenItsReaderBeginsAnother() {
    flight.admits(range(1), 40, BOUND);
    flight.admits(range(2), 40, BOUND);

    flight.begins(range(1));
    flight.begins(range(2));

    assertThat(flight.bytes(), is(40L));
  }

  @Test
  void givesBackAnEmptyRangeWhenItsReaderStandsAtTheGate() {
    flight.admits(range(1), BOUND, BOUND);
    flight.begins(range(1));

    assertThat(flight.admits(range(2), 40, BOUND), is(true));

    assertThat(flight.bytes(), is(40L));
  }

  @Test
  void hasNothingInFlightWhenAllThatWasTakenLanded() {
    flight.admits(range(1), 40, BOUND);
    flight.begins(range(1));
    flight.took(page(1, 0, 30, new Page.End.More()));
    flight.took(page(1, 1, 30, new Page.End.Last()));
    flight.took(page(PageId.SETTLING, 0, 7, new Page.End.Last()));

    flight.landed(30);
    flight.landed(30);
    flight.landed(7);

    assertThat(flight.bytes(), is(0L));
  }

  @Test
  void isKnownByItsRunUntilItIsForgotten() {
    InFlight first = InFlight.of("in-flight-test");
    assertThat(InFlight.of("in-flight-test"), is(sameInstance(first)));

    InFlight.forget("in-flight-test");

    assertThat(InFlight.of("in-flight-test"), is(not(sameInstance(first))));
  }

  private static KeyRange range(long id) {
    return new KeyRange("ads", id, List.of(), List.of());
  }

  private static Page page(long range, int number, int bytes, Page.End end) {
    SourceRow row = new SourceRow(new SourceKey("1"), List.of(), true, bytes);
    return new Page(new PageId("ads", range, 1, number), List.of(row), end, 0);
  }
}
