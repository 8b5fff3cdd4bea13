package io.rehome.transforms.expression;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import org.junit.jupiter.api.function.Executable;

/** Expects a rejection with exactly this reason and message. */
final class Rejected {
  private Rejected() {}

  static void expect(Executable evaluation, String reason, String message) {
    RejectedValue rejected = assertThrows(RejectedValue.class, evaluation);
    assertThat(rejected.getMessage(), is(message));
    assertThat(rejected.reason(), is(Reason.valueOf(reason)));
  }
}
