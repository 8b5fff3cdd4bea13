package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Fingerprint;
import io.rehome.model.SourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ClaimPacksTest {

  @Test
  void giveBackWhatWasPackedByBucket() {
    ClaimPacks packs = new ClaimPacks(4);

    packs.add(claim(7, 1), new SourceKey("1"));
    packs.add(claim(-7, 5), new SourceKey("[\"é🐾\",\"\"]"));
    packs.add(claim(0, 2), new SourceKey(""));
    packs.add(claim(0, -1), new SourceKey("9"));

    assertThat(
        read(packs),
        is(
            Map.of(
                1,
                List.of(claim(7, 1) + " 1", claim(-7, 5) + " [\"é🐾\",\"\"]"),
                2,
                List.of(claim(0, 2) + " "),
                3,
                List.of(claim(0, -1) + " 9"))));
  }

  @Test
  void putTheSameClaimOfAnyPageIntoTheSameBucket() {
    ClaimPacks one = new ClaimPacks(64);
    ClaimPacks other = new ClaimPacks(64);

    one.add(claim(3, -99), new SourceKey("1"));
    other.add(claim(3, -99), new SourceKey("2"));

    assertThat(read(one).keySet(), is(read(other).keySet()));
  }

  private static Claim claim(long high, long low) {
    return new Claim("slug, seller_id", new Fingerprint(high, low));
  }

  private static Map<Integer, List<String>> read(ClaimPacks packs) {
    Map<Integer, List<String>> read = new TreeMap<>();
    packs.forEach(
        (bucket, pack) ->
            ClaimPacks.read(
                pack,
                (claim, key) ->
                    read.computeIfAbsent(bucket, any -> new ArrayList<>()).add(claim + " " + key)));
    return read;
  }
}
