package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Fingerprint;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ShareTest {

  @Test
  void areAsManyAsItTakes() {
    assertThat(Share.of(0, 10), contains(new Share(0, 1)));
    assertThat(Share.of(10, 10), contains(new Share(0, 1)));
    assertThat(Share.of(11, 10), contains(new Share(0, 2), new Share(1, 2)));
    assertThat(Share.of(100, 10), hasSize(10));
  }

  @Test
  void holdEachClaimOnce() {
    List<Share> shares = Share.of(30, 10);

    LongStream.of(0, 1, 2, 3, -1, -2, Long.MIN_VALUE, Long.MAX_VALUE)
        .mapToObj(high -> new Fingerprint(high, 5))
        .forEach(
            claim ->
                assertThat(
                    claim.toString(),
                    shares.stream().filter(share -> share.holds(claim)).count(),
                    is(1L)));
  }

  /** Buckets are told by the other half of a claim: each share fills all of them. */
  @Test
  void areToldByTheHighHalfOfAClaim() {
    Share share = new Share(1, 2);

    assertThat(share.holds(new Fingerprint(1, 0)), is(true));
    assertThat(share.holds(new Fingerprint(1, 1)), is(true));
    assertThat(share.holds(new Fingerprint(2, 1)), is(false));
  }
}
