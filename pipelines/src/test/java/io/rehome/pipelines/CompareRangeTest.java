package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Compared;
import io.rehome.io.Remembered;
import io.rehome.model.Fingerprint;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CompareRangeTest {
  private static final Fingerprint SAME = new Fingerprint(1, 1);
  private static final Fingerprint OTHER = new Fingerprint(2, 2);

  @Test
  void selectsWhatIsNewChangedOrUnfinishedAndLeavesTheRest() {
    List<Remembered> records =
        List.of(
            record("loaded", Outcome.LOADED),
            record("rejected", Outcome.REJECTED),
            record("skipped", Outcome.SKIPPED),
            record("changed", Outcome.LOADED),
            record("pending", Outcome.PENDING),
            record("back", Outcome.GONE),
            record("gone", Outcome.LOADED),
            record("long gone", Outcome.GONE));
    List<RowState> rows =
        List.of(
            row("loaded", SAME),
            row("rejected", SAME),
            row("skipped", SAME),
            row("changed", OTHER),
            row("pending", SAME),
            row("back", SAME),
            row("new", SAME));

    Compared found = new CompareRange(records, keys -> List.of()).with(rows);

    assertThat(
        found,
        is(new Compared(7, 3, 0, 0, 0, keys("changed", "pending", "back", "new"), keys("gone"))));
    assertThat(found.isBalanced(), is(true));
  }

  @Test
  void whatWhereExcludesIsToldApartFromWhatWasNeverThere() {
    List<Remembered> records =
        List.of(
            record("loaded", Outcome.LOADED),
            new Remembered(new SourceKey("refused"), SAME, true, Outcome.REJECTED, false),
            record("gone", Outcome.GONE));
    List<RowState> rows =
        Stream.of("loaded", "refused", "gone", "new")
            .map(key -> new RowState(new SourceKey(key), SAME, false))
            .toList();

    Compared found = new CompareRange(records, keys -> List.of()).with(rows);

    assertThat(found.excluded(), is(keys("loaded")));
    assertThat(found.entering(), is(keys("refused", "new")));
    assertThat(found.unchanged(), is(1L));
    assertThat(found.absent(), is(keys()));
  }

  @Test
  void aRecordOfAnotherRangeIsTakenIn() {
    Compared found =
        new CompareRange(List.of(), keys -> List.of(record("stray", Outcome.LOADED)))
            .with(List.of(row("stray", SAME), row("new", SAME)));

    assertThat(found.strays(), is(keys("stray")));
    assertThat(found.entering(), is(keys("new")));
  }

  @Test
  void ofTwoRowsWithOneKeyTheOneThatAgreesSpeaksForBoth() {
    Compared found =
        new CompareRange(List.of(record("twin", Outcome.LOADED)), keys -> List.of())
            .with(List.of(row("twin", OTHER), row("twin", SAME)));

    assertThat(found, is(new Compared(2, 2, 0, 0, 0, keys(), keys())));
  }

  private static Remembered record(String key, Outcome outcome) {
    return new Remembered(new SourceKey(key), SAME, true, outcome, outcome != Outcome.REJECTED);
  }

  private static RowState row(String key, Fingerprint source) {
    return new RowState(new SourceKey(key), source, true);
  }

  private static List<SourceKey> keys(String... keys) {
    return Stream.of(keys).map(SourceKey::new).toList();
  }
}
