package io.rehome.pipelines;

import static io.rehome.pipelines.Ads.SHAPE;
import static io.rehome.pipelines.Ads.document;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Document;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LateReferencesTest {
  private static final Document WHOLE = document(5L, "rex", 7L, null, 1L);
  private static final Document PLACED = document(5L, "rex", 7L, null, null);
  private final LateReferences late = new LateReferences(SHAPE, Set.of("follows_id"));

  @Test
  void areNullWhereTheDocumentIsPlaced() {
    assertThat(late.without(WHOLE), is(PLACED));
    assertThat(WHOLE.values().get(4), is(1L));
  }

  @Test
  void mayStandOrLackInEachDocumentThatWasSent() {
    Document older = document(5L, "old", 7L, null, 2L);

    assertThat(
        late.withAndWithout(WHOLE, List.of(older)),
        contains(WHOLE, PLACED, older, document(5L, "old", 7L, null, null)));
    assertThat(late.withAndWithout(WHOLE, List.of(WHOLE)), contains(WHOLE, PLACED));
  }

  @Test
  void areEmptyWhereNoFieldIsLate() {
    assertThat(new LateReferences(SHAPE, Set.of()).isEmpty(), is(true));
    assertThat(late.isEmpty(), is(false));
  }
}
