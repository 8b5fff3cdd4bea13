package io.rehome.io.store;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.io.ClaimSearch;
import io.rehome.io.Claimant;
import io.rehome.io.FencedOff;
import io.rehome.io.Outage;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.PageId;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ClaimSearchTest {
  private static final Fingerprint REX = new Fingerprint(1, 1);
  private static final Fingerprint MAX = new Fingerprint(1, 2);

  private final StoreFixture fixture = new StoreFixture("users");
  private final StoreFixture.Running run = fixture.run("first");
  private int page;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void ranksTheLowestNumberFirstWhateverTheOrderOfTheirComing() {
    ClaimSearch search = begun(SourceType.INTEGER);
    claim(search, REX, "10", "-3", "9", "18446744073709551615");

    assertThat(search.end(), is(true));

    assertThat(contenders(), contains("-3", "9", "10", "18446744073709551615"));
  }

  @Test
  void ranksDecimalsByValueAndThenByText() {
    ClaimSearch search = begun(SourceType.DECIMAL);
    claim(search, REX, "10.5", "9.75", "1.00", "NaN", "1.0", "-0.1");

    search.end();

    assertThat(contenders(), contains("-0.1", "1.0", "1.00", "9.75", "10.5", "NaN"));
  }

  @Test
  void ranksTextByCodePoint() {
    ClaimSearch search = begun(SourceType.TEXT);
    claim(search, REX, "b", "ä", "10", "B", "\0", "9");

    search.end();

    assertThat(contenders(), contains("10", "9", "B", "b", "ä", KeyColumn.stored("\0")));
  }

  @Test
  void ranksColumnByColumn() {
    ClaimSearch search = begun(SourceType.INTEGER, SourceType.TEXT);
    claim(search, REX, "[\"10\",\"a\"]", "[\"9\",\"b\"]", "[\"9\",\"\\u0000\"]", "[\"9\",\"a\"]");

    search.end();

    assertThat(
        contenders(),
        contains("[\"9\",\"a\"]", "[\"9\",\"b\"]", "[\"9\",\"\\u0000\"]", "[\"10\",\"a\"]"));
  }

  @Test
  void ranksRowsWithoutAKeyByTheirHash() {
    ClaimSearch search = begun();
    claim(search, REX, "b", "a");

    search.end();

    assertThat(contenders(), contains("a", "b"));
  }

  @Test
  void leavesOutWhoIsAloneAndCountsARecordOnceThatCameTwice() {
    ClaimSearch search = begun(SourceType.INTEGER);
    claim(search, REX, "1", "1");
    claim(search, MAX, "3", "2", "3");

    search.end();

    assertThat(contenders(), contains("2", "3"));
  }

  @Test
  void ranksAnewWhereALowerKeyCame() {
    ClaimSearch search = begun(SourceType.INTEGER);
    claim(search, REX, "2", "3");
    search.end();
    search.begin();
    claim(search, REX, "1", "2", "3");

    search.end();

    assertThat(contenders(), contains("1", "2", "3"));
  }

  @Test
  void hasBeenThroughTheRangesOfWhichAReadingIsWhole() {
    ClaimSearch search = begun(SourceType.INTEGER);
    search.note(new PageId("users", -1, 5, 0), true, List.of());
    search.note(new PageId("users", -2, 6, 0), false, List.of());
    search.note(new PageId("users", -3, 7, 1), true, List.of());
    search.note(new PageId("users", -3, 8, 0), false, List.of());
    search.note(new PageId("users", -4, 9, 1), true, List.of());
    search.note(new PageId("users", -4, 9, 0), false, List.of());

    assertThat(search.begin(), containsInAnyOrder(-1L, -4L));

    search.close(List.of(range(-2), range(-4)));

    assertThat(search.begin(), containsInAnyOrder(-1L, -2L, -4L));
  }

  @Test
  void countsAPageOnce() {
    ClaimSearch search = begun(SourceType.INTEGER);
    PageId id = new PageId("users", -1, 5, 0);
    search.note(id, true, claimants(REX, "1"));
    search.note(id, true, claimants(REX, "1", "2"));

    search.end();

    assertThat(contenders(), is(empty()));
  }

  @Test
  void beginsAnewAfterACrashOfTheServer() {
    ClaimSearch search = begun(SourceType.INTEGER);
    claim(search, REX, "1");
    search.close(List.of(range(-1)));
    loseWhatIsNotLogged();

    assertThrows(Outage.class, () -> claim(search, REX, "2"));
    search.close(List.of(range(-1)));
    assertThat(search.end(), is(false));

    assertThat(search.begin(), is(empty()));
    claim(search, REX, "2");
    claim(search, REX, "1");
    assertThat(search.end(), is(true));
    assertThat(contenders(), contains("1", "2"));
  }

  @Test
  void leavesNoTableAndCanBeEndedTwice() {
    ClaimSearch search = begun(SourceType.INTEGER);

    assertThat(search.end(), is(true));
    assertThat(search.end(), is(true));

    assertThat(
        fixture.sql("select relname from pg_class where relname like 'claim_%'"), is(empty()));
  }

  @Test
  void beginsAnewInTheNextRun() {
    ClaimSearch search = begun(SourceType.INTEGER);
    search.close(List.of(range(-1)));

    ClaimSearch next = search(fixture.runAfter(run, "second"), SourceType.INTEGER);

    assertThat(next.begin(), is(empty()));
    assertThrows(FencedOff.class, () -> claim(search, REX, "1"));
    assertThrows(FencedOff.class, search::begin);
    assertThrows(FencedOff.class, search::end);
  }

  /** What recovery does with unlogged tables. */
  private void loseWhatIsNotLogged() {
    fixture
        .sql("select oid::regclass from pg_class where relpersistence = 'u' and relkind = 'r'")
        .forEach(table -> fixture.database.execute("truncate " + table));
  }

  private ClaimSearch begun(SourceType... key) {
    ClaimSearch search = search(run, key);
    search.begin();
    return search;
  }

  private ClaimSearch search(StoreFixture.Running running, SourceType... key) {
    List<SourceColumn> columns =
        Arrays.stream(key).map(type -> new SourceColumn("k", type, type.name())).toList();
    SourceTable source =
        new SourceTable("users", new SourceTable.From.Table("users"), "", columns, columns);
    return fixture.store.claimSearch(running.tag(), source);
  }

  private void claim(ClaimSearch search, Fingerprint value, String... keys) {
    search.note(new PageId("users", -9, 5, page++), false, claimants(value, keys));
  }

  private static List<Claimant> claimants(Fingerprint value, String... keys) {
    return Arrays.stream(keys).map(key -> new Claimant(new SourceKey(key), "name", value)).toList();
  }

  private static KeyRange range(long id) {
    return new KeyRange("users", id, List.of(), List.of());
  }

  /** Their keys in the order of their ranks, which count from 0. */
  private List<String> contenders() {
    List<String> ranks = fixture.sql("select rank from rehome.contender order by rank");
    assertThat(ranks, is(IntStream.range(0, ranks.size()).mapToObj(String::valueOf).toList()));
    return fixture.sql("select source_key from rehome.contender order by rank");
  }
}
