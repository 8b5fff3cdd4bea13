package io.rehome.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Outcome;
import org.junit.jupiter.api.Test;

final class OutcomeBarTest {

  @Test
  void showsOneRejectedRecordOfAMillion() {
    OutcomeBar bar = OutcomeBar.of(Endings.book("ads", 1_000_000, 999_998, 0, 1, 1));

    assertThat(
        bar.parts().stream().map(OutcomeBar.Part::outcome).toList(),
        is(java.util.List.of(Outcome.LOADED, Outcome.SKIPPED, Outcome.REJECTED)));
    bar.parts().forEach(part -> assertThat(part.width(), greaterThanOrEqualTo(7.0)));
    assertThat(
        bar.parts().stream().mapToDouble(OutcomeBar.Part::width).sum(), closeTo(1000, 0.001));
  }

  @Test
  void tellsItsContentToThoseWhoDoNotSeeIt() {
    OutcomeBar bar = OutcomeBar.of(Endings.book("ads", 3, 2, 0, 1, 0));

    assertThat(bar.description(), is("ads: 3 read, 2 loaded, 1 rejected"));
  }
}
