package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ExitTest {

  @Test
  void tellsTheFirstThatApplies() {
    assertThat(
        Arrays.stream(Exit.values()).map(Exit::code).toList(), contains(1, 5, 130, 3, 4, 2, 0));
    assertThat(Exit.OK.or(Exit.NOT_ACCEPTED), is(Exit.NOT_ACCEPTED));
    assertThat(Exit.INTERRUPTED.or(Exit.RESUMABLE), is(Exit.INTERRUPTED));
  }
}
