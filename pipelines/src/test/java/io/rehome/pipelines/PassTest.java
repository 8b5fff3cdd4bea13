package io.rehome.pipelines;

import static io.rehome.pipelines.Ads.SHAPE;
import static io.rehome.pipelines.Ads.document;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PassTest {
  private static final Document WHOLE = document(5L, "rex", 7L, null, 1L);
  private static final Document PLACED = document(5L, "rex", 7L, null, null);
  private static final LateReferences LATE = new LateReferences(SHAPE, Set.of("follows_id"));
  private static final LateReferences NONE = new LateReferences(SHAPE, Set.of());

  @Test
  void onlyPlacingWritesWithoutLateReferences() {
    assertThat(Pass.FIRST.written(WHOLE, LATE), is(WHOLE));
    assertThat(Pass.PLACE.written(WHOLE, LATE), is(PLACED));
    assertThat(Pass.LINK.written(WHOLE, LATE), is(WHOLE));
  }

  @Test
  void recordsOfACycleAreNotConfirmedOneByOne() {
    assertThat(
        Arrays.stream(Pass.values()).filter(Pass::confirms).toList(),
        contains(Pass.FIRST, Pass.WHOLE));
  }

  @Test
  void onlyTheFirstPassDefers() {
    assertThat(Arrays.stream(Pass.values()).filter(Pass::defers).toList(), contains(Pass.FIRST));
  }

  @Test
  void aSettledRecordMayBeHeldAsPlacedOrAsLinked() {
    assertThat(Pass.PLACE.held(WHOLE, List.of(WHOLE), LATE), contains(WHOLE, PLACED));
    assertThat(Pass.LINK.held(WHOLE, List.of(WHOLE), LATE), contains(WHOLE, PLACED));
  }

  @Test
  void aRecordThatWasNeverSentIsHeldNowhere() {
    assertThat(Pass.LINK.held(WHOLE, List.of(), LATE), is(empty()));
  }

  @Test
  void aRecordWithoutLateReferencesIsHeldAsItWasSent() {
    Document before = document(5L, "old", 7L, null, 1L);

    assertThat(Pass.FIRST.held(WHOLE, List.of(before), LATE), contains(before));
    assertThat(Pass.LINK.held(WHOLE, List.of(before), NONE), contains(before));
  }
}
