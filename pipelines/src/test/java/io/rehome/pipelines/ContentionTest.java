package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Contender;
import io.rehome.model.Fingerprint;
import io.rehome.model.SourceKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContentionTest {
  private static final Claim REX = new Claim("slug", new Fingerprint(1, 1));
  private static final Claim MAX = new Claim("slug", new Fingerprint(1, 2));
  private final Contention contention = new Contention(Ads.SOURCE.key());

  @Test
  void ranksTheLowestKeyFirstWhateverTheOrderOfTheirComing() {
    claim(REX, "10", "2", "9");

    assertThat(
        contenders(),
        containsInAnyOrder(
            contender(REX, "2", 0), contender(REX, "9", 1), contender(REX, "10", 2)));
  }

  @Test
  void leavesOutWhoIsAlone() {
    claim(REX, "1");
    claim(MAX, "2");

    assertThat(contenders(), is(empty()));
  }

  @Test
  void countsARecordOnceThatCameTwice() {
    claim(REX, "1", "1");
    claim(MAX, "3", "2", "3", "2");

    assertThat(contenders(), containsInAnyOrder(contender(MAX, "2", 0), contender(MAX, "3", 1)));
  }

  private void claim(Claim claim, String... keys) {
    List.of(keys).forEach(key -> contention.add(claim, new SourceKey(key)));
  }

  private List<Contender> contenders() {
    List<Contender> contenders = new ArrayList<>();
    contention.forEach(contenders::add);
    return contenders;
  }

  private static Contender contender(Claim claim, String key, int rank) {
    return new Contender(claim.field(), claim.value(), new SourceKey(key), rank);
  }
}
