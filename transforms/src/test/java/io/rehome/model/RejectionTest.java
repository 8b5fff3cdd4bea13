package io.rehome.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RejectionTest {

  @Test
  void tellsItsMessageInOneLineThatNoTerminalMisreads() {
    assertThat(
        rejection(" a\u001b[2Jb\r\nc\u0085d\u2028e\u202ef ").message(), is("a [2Jb c d e f"));
  }

  @Test
  void keepsTheFirst500CharactersOfItsMessage() {
    assertThat(rejection("x".repeat(500)).message(), is("x".repeat(500)));
    assertThat(rejection("x".repeat(501)).message(), is("x".repeat(499) + "…"));
  }

  @Test
  void cutsNoCharacterInTwo() {
    assertThat(rejection("x".repeat(498) + "🐾🐾").message(), is("x".repeat(498) + "…"));
  }

  @Test
  void tellsSeveralProblemsAsItsFirst() {
    Rejection joined =
        Rejection.joined(
            List.of(
                new Rejection(Stage.CHECK, Reason.CHECK_FAILED, "email", "no address"),
                new Rejection(Stage.CHECK, Reason.EXPRESSION, "age", "too young")));

    assertThat(
        joined,
        is(new Rejection(Stage.CHECK, Reason.CHECK_FAILED, "email", "no address; too young")));
  }

  private static Rejection rejection(String message) {
    return new Rejection(Stage.CHECK, Reason.CHECK_FAILED, "bio", message);
  }
}
