package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.model.Fingerprint;
import io.rehome.model.Page;
import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.pipelines.RowPack.Follows;
import io.rehome.transforms.RowFingerprints;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RowPackTest {
  private static final RowState REX =
      new RowState(new SourceKey("réx\u0000"), new Fingerprint(1, -2), true);
  private static final RowState MAX =
      new RowState(new SourceKey("max"), new Fingerprint(3, 4), false);

  @Test
  void aRangeCountsOnlyIfAllPagesOfOneReadingCame() {
    RowPack first = new RowPack(7, 0, Follows.ANOTHER_PAGE, List.of(REX));
    RowPack last = new RowPack(7, 1, Follows.NOTHING, List.of(MAX));
    RowPack lastOfAnother = new RowPack(8, 1, Follows.NOTHING, List.of(MAX));

    assertThat(RowPack.whole(List.of(last, first)), is(Optional.of(List.of(REX, MAX))));
    assertThat("page 0 is missing", RowPack.whole(List.of(last)), is(Optional.empty()));
    assertThat("the end is missing", RowPack.whole(List.of(first)), is(Optional.empty()));
    assertThat(
        "of two readings", RowPack.whole(List.of(first, lastOfAnother)), is(Optional.empty()));
    assertThat("nothing came", RowPack.whole(List.of()), is(Optional.empty()));
  }

  @Test
  void aPageIsUnpackedAsItWas() {
    RowFingerprints fingerprints = new RowFingerprints(Ads.rules());
    SourceRow row = Ads.row(1, "rex", 7L, null, null);
    Page page = new Page(new PageId("ads", 5, 9, 3), List.of(row), new Page.End.Last(), 0);

    assertThat(
        RowPack.unpack(RowPack.pack(page, fingerprints)),
        is(
            new RowPack(
                9,
                3,
                Follows.NOTHING,
                List.of(new RowState(row.key(), fingerprints.of(row), true)))));
  }
}
