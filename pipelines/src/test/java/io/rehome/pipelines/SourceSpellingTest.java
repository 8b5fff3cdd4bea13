package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.model.SourceKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SourceSpellingTest {

  @Test
  void pairsWhatDiffersByCaseAndTrailingBlanks() {
    assertThat(
        paired(keys("d-labrad ", "POODLE"), keys("D-LABRAD", "Poodle")),
        is(
            Map.of(
                new SourceKey("d-labrad "),
                new SourceKey("D-LABRAD"),
                key("POODLE"),
                key("Poodle"))));
  }

  @Test
  void pairsWhatDiffersByAccentsOnlyWhereNothingIsNearer() {
    assertThat(paired(keys("Cafe"), keys("café")), is(Map.of(key("Cafe"), key("café"))));
    assertThat(paired(keys("Cafe"), keys("café", "CAFE")), is(Map.of(key("Cafe"), key("CAFE"))));
  }

  @Test
  void leavesAloneWhatIsSpelledAlikeOrCouldMeanTwo() {
    assertThat(paired(keys("a"), keys("a")), is(Map.of()));
    assertThat(paired(keys("Cafe"), keys("café", "cafè")), is(Map.of()));
  }

  @Test
  void pairsPartsOfCompositeKeys() {
    assertThat(
        paired(keys("[\"a \",\"1\"]"), keys("[\"A\",\"1\"]")),
        is(Map.of(key("[\"a \",\"1\"]"), key("[\"A\",\"1\"]"))));
  }

  private static Map<SourceKey, SourceKey> paired(List<SourceKey> asked, List<SourceKey> found) {
    Map<SourceKey, SourceKey> spelled = new HashMap<>();
    SourceSpelling.pair(asked, found, spelled);
    return spelled;
  }

  private static List<SourceKey> keys(String... texts) {
    return Arrays.stream(texts).map(SourceKey::new).toList();
  }

  private static SourceKey key(String text) {
    return new SourceKey(text);
  }
}
