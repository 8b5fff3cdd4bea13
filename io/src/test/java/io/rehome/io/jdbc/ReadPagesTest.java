package io.rehome.io.jdbc;

import static io.rehome.io.jdbc.SourceUnderTest.keys;
import static io.rehome.io.jdbc.SourceUnderTest.limits;
import static io.rehome.io.jdbc.SourceUnderTest.range;
import static io.rehome.io.jdbc.SourceUnderTest.rows;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.rehome.io.ReadLimits;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import io.rehome.model.Page.End;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.testdata.servers.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How ranges become pages, on each engine. */
abstract class ReadPagesTest {
  private static final SourceUnderTest MARIADB = SourceUnderTest.over(TestServers.freshMariaDb());
  private static final SourceUnderTest POSTGRES = SourceUnderTest.over(TestServers.freshPostgres());

  private final SourceUnderTest source;

  ReadPagesTest(SourceUnderTest source) {
    this.source = source;
  }

  /** On MariaDB. */
  static class OnMariaDbTest extends ReadPagesTest {
    OnMariaDbTest() {
      super(MARIADB);
    }
  }

  /** On PostgreSQL. */
  static class OnPostgresTest extends ReadPagesTest {
    OnPostgresTest() {
      super(POSTGRES);
    }
  }

  private SourceTable numbers(int rows) throws Exception {
    source
        .database()
        .execute(
            "drop table if exists numbers",
            "create table numbers (id int primary key, name varchar(1000))");
    source
        .database()
        .execute(
            IntStream.rangeClosed(1, rows)
                .mapToObj(id -> "insert into numbers values (" + id + ", 'n" + id + "')")
                .toArray(String[]::new));
    return source.table("numbers");
  }

  private static List<Integer> sizes(List<Page> pages) {
    return pages.stream().map(page -> page.rows().size()).toList();
  }

  private static List<End> ends(List<Page> pages) {
    return pages.stream().map(Page::end).toList();
  }

  @Test
  void endsAnExactMultipleOfThePageSizeWithAFullLastPage() throws Exception {
    List<Page> pages = source.pages(numbers(6), limits(3), range(List.of(), List.of()));

    assertThat(sizes(pages), contains(3, 3));
    assertThat(ends(pages), contains(new End.More(), new End.Last()));
    assertThat(keys(pages), contains("1", "2", "3", "4", "5", "6"));
  }

  @Test
  void endsWithAShorterPage() throws Exception {
    List<Page> pages = source.pages(numbers(7), limits(3), range(List.of(), List.of()));

    assertThat(sizes(pages), contains(3, 3, 1));
    assertThat(ends(pages), contains(new End.More(), new End.More(), new End.Last()));
  }

  @ParameterizedTest
  @CsvSource({"1", "3", "1000"})
  void readsOneRowAsOneLastPage(int pageRows) throws Exception {
    List<Page> pages = source.pages(numbers(1), limits(pageRows), range(List.of(), List.of()));

    assertThat(sizes(pages), contains(1));
    assertThat(ends(pages), contains(new End.Last()));
  }

  @Test
  void givesNoPageOfAnEmptyRangeOrTable() throws Exception {
    assertThat(
        source.pages(numbers(3), limits(3), range(List.of("1000"), List.of("2000"))), empty());
    assertThat(source.pages(numbers(0), limits(3), range(List.of(), List.of())), empty());
  }

  @Test
  void readsAboveTheLowBoundUpToAndIncludingTheHigh() throws Exception {
    List<Page> pages = source.pages(numbers(9), limits(9), range(List.of("3"), List.of("6")));

    assertThat(keys(pages), contains("4", "5", "6"));
  }

  @Test
  void numbersThePagesOfAReadingAndNeverMixesReadings() throws Exception {
    SourceTable table = numbers(4);
    KeyRange range = range(List.of(), List.of());
    List<Page> first = source.pages(table, limits(2), range);
    List<Page> second = source.pages(table, limits(2), range);

    assertThat(first.stream().map(page -> page.id().number()).toList(), contains(0, 1));
    assertThat(first.get(0).id().reading(), equalTo(first.get(1).id().reading()));
    assertThat(first.get(0).id().reading(), not(equalTo(second.get(0).id().reading())));
    assertThat(first.get(0).id().range(), equalTo(7L));
    assertThat(first.get(0).id().entity(), equalTo("entity"));
  }

  @Test
  void scansTheSamePagesOnTheCallersThread() throws Exception {
    SourceTable table = numbers(9);
    List<KeyRange> ranges = SourceUnderTest.ranges(List.of(List.of("3"), List.of("8")));
    List<Page> scanned = new ArrayList<>();

    source.source().scan(table, ranges, limits(2), scanned::add);

    List<Page> read = source.pages(table, limits(2), ranges.toArray(KeyRange[]::new));
    assertThat(keys(scanned), equalTo(keys(read)));
    assertThat(sizes(scanned), contains(2, 1, 2, 2, 1, 1));
    assertThat(ends(scanned), equalTo(ends(read)));
  }

  @Test
  void sumsTheHashesOfTheKeysItTook() throws Exception {
    Page page = source.pages(numbers(3), limits(9), range(List.of(), List.of())).get(0);

    long expected = Stream.of("1", "2", "3").mapToLong(key -> new SourceKey(key).hash64()).sum();
    assertThat(page.keySum(), equalTo(expected));
  }

  @Test
  void endsAPageAfterTheRowThatReachesItsBytes() throws Exception {
    SourceTable table = numbers(6);
    long twoRows = source.rows(table).get(0).bytes() * 2L;
    ReadLimits limits = new ReadLimits(List.of(), 1000, twoRows, Long.MAX_VALUE, 0);

    assertThat(sizes(source.pages(table, limits, range(List.of(), List.of()))), contains(2, 2, 2));
  }

  @Test
  void letsARowThatFillsAPageTravelAlone() throws Exception {
    SourceTable table = numbers(4);
    source.database().execute("update numbers set name = repeat('x', 900) where id = 3");
    ReadLimits limits = new ReadLimits(List.of(), 1000, 500, Long.MAX_VALUE, 0);

    List<Page> pages = source.pages(table, limits, range(List.of(), List.of()));

    assertThat(sizes(pages), contains(2, 1, 1));
    assertThat(keys(pages), contains("1", "2", "3", "4"));
    assertThat(ends(pages), contains(new End.More(), new End.More(), new End.Last()));
  }

  @Test
  void stopsAReadingThatTookEnoughBytesAndALaterOneGoesOnThere() throws Exception {
    SourceTable table = numbers(7);
    long page = source.rows(table).get(0).bytes() * 2L;
    ReadLimits limits = new ReadLimits(List.of(), 2, Long.MAX_VALUE, page * 2, 0);

    List<Page> first = source.pages(table, limits, range(List.of(), List.of("7")));
    End.Split split = (End.Split) first.get(1).end();
    List<Page> second = source.pages(table, limits, range(split.key(), List.of("7")));

    assertThat(ends(first), contains(new End.More(), new End.Split(List.of("4"))));
    assertThat(keys(first), contains("1", "2", "3", "4"));
    assertThat(keys(second), contains("5", "6", "7"));
    assertThat(ends(second), contains(new End.More(), new End.Last()));
  }

  @Test
  void readsOnAfterASplitWithTheOtherRangesOfTheBundle() throws Exception {
    SourceTable table = numbers(9);
    ReadLimits limits = new ReadLimits(List.of(), 2, Long.MAX_VALUE, 1, 0);
    KeyRange first = new KeyRange("entity", 1, List.of(), List.of("5"));
    KeyRange second = new KeyRange("entity", 2, List.of("5"), List.of("7"));

    List<Page> pages = source.oneByOne().pages(table, limits, first, second);

    assertThat(keys(pages), contains("1", "2", "6", "7"));
    assertThat(ends(pages), contains(new End.Split(List.of("2")), new End.Last()));
  }

  @Test
  void losesNoKeyThatACollationTakesForEqualToTheKeyOfASplit() throws Exception {
    source
        .database()
        .execute(
            "drop table if exists names",
            "create table names (name varchar(20), n int)",
            "insert into names values ('a', 1), ('A', 2), ('á', 3), ('b', 4), ('B', 5), ('c', 6)");
    SourceTable table = source.table("names", "name");
    ReadLimits limits = new ReadLimits(List.of(), 1, Long.MAX_VALUE, 1, 0);
    List<Page> all = new ArrayList<>();

    KeyRange range = range(List.of(), List.of());
    while (!range.low().equals(List.of("end"))) {
      List<Page> pages = source.pages(table, limits, range);
      all.addAll(pages);
      End end = pages.get(pages.size() - 1).end();
      range = range(end instanceof End.Split split ? split.key() : List.of("end"), List.of());
    }

    assertThat(keys(all), containsInAnyOrder("a", "A", "á", "b", "B", "c"));
  }

  @Test
  void readsTheOthersOfAWhereToo() throws Exception {
    numbers(3);
    source.database().execute("update numbers set name = null where id = 3");
    SourceTable table =
        source
            .source()
            .describe(
                "numbers",
                new SourceTable.From.Table("numbers"),
                Optional.of("name = 'n2' -- only this"),
                List.of());

    List<SourceRow> rows = source.rows(table);

    assertThat(rows.stream().map(SourceRow::chosen).toList(), contains(false, true, false));
    assertThat(rows.get(1).values(), contains(2L, "n2"));
  }

  @Test
  void leavesOutColumnsThatNobodyAskedForButNeverTheKey() throws Exception {
    source
        .database()
        .execute(
            "drop table if exists wide",
            "create table wide (a varchar(9), id int primary key, b varchar(9))",
            "insert into wide values ('a1', 1, 'b1')");
    ReadLimits limits = new ReadLimits(List.of("b"), 10, Long.MAX_VALUE, Long.MAX_VALUE, 0);

    List<Page> pages = source.pages(source.table("wide"), limits, range(List.of(), List.of()));

    assertThat(rows(pages).get(0).values(), contains(nullValue(), equalTo(1L), equalTo("b1")));
  }

  @Test
  void readsAQueryByRange() throws Exception {
    numbers(9);
    SourceTable table =
        source
            .source()
            .describe(
                "evens",
                new SourceTable.From.Query(
                    "select id, concat(name, '?') as tag from numbers where id % 2 = 0 and {range};"),
                Optional.of("tag <> 'n4?'"),
                List.of("id"));

    List<Page> pages = source.pages(table, limits(10), range(List.of("2"), List.of("8")));

    assertThat(keys(pages), contains("4", "6", "8"));
    assertThat(rows(pages).get(0).values(), contains(4L, "n4?"));
    assertThat(rows(pages).stream().map(SourceRow::chosen).toList(), contains(false, true, true));
  }

  @Test
  void readsAQueryWithTheRangeInEachOfItsParts() throws Exception {
    numbers(4);
    SourceTable table =
        source
            .source()
            .describe(
                "union",
                new SourceTable.From.Query(
                    "select id, name from numbers where {range} and id < 3"
                        + " union all select id, name from numbers where {range} and id >= 3"),
                Optional.empty(),
                List.of("id"));

    assertThat(
        keys(source.pages(table, limits(9), range(List.of("1"), List.of("3")))),
        contains("2", "3"));
    assertThat(
        source.source().fetch(table, List.of(new SourceKey("4"))).get(0).values(),
        contains(4L, "n4"));
  }

  @Test
  void losesNoRowWhoseKeyIsNull() throws Exception {
    source
        .database()
        .execute(
            "drop table if exists gaps",
            "create table gaps (a int, b int)",
            "insert into gaps values (1, 1), (null, 2), (3, 3), (null, 2)");
    SourceTable table = source.table("gaps", "a");

    List<Page> pages =
        source.pages(
            table,
            limits(10),
            new KeyRange("entity", 1, List.of(), List.of("1")),
            new KeyRange("entity", 2, List.of("1"), List.of()));

    List<Object> seconds = rows(pages).stream().map(row -> row.values().get(1)).sorted().toList();
    assertThat(seconds, contains(1L, 2L, 2L, 3L));
    assertThat(keys(pages).stream().distinct().count(), equalTo(4L));
  }

  @Test
  void endsTheTransactionWithEachRangeSoThatTheNextSeesNewerData() throws Exception {
    SourceTable table = numbers(4);
    String update = "update numbers set name = 'newer' where id > 0";
    List<Page> pages =
        source
            .oneByOne()
            .pages(
                table,
                new ReadLimits(List.of(), 10, Long.MAX_VALUE, Long.MAX_VALUE, 0),
                new WriteAfterFirstPage(source.database(), update),
                new KeyRange("entity", 1, List.of(), List.of("2")),
                new KeyRange("entity", 2, List.of("2"), List.of()));

    List<Object> names = rows(pages).stream().map(row -> row.values().get(1)).toList();
    assertThat(names.stream().filter("newer"::equals).count(), equalTo(2L));
  }

  @Test
  void readsNoFasterThanAllowed() throws Exception {
    SourceTable table = numbers(30);
    ReadLimits limits = new ReadLimits(List.of(), 1000, Long.MAX_VALUE, Long.MAX_VALUE, 10);
    long start = System.nanoTime();
    List<Page> pages = source.pages(table, limits, range(List.of(), List.of()));
    long milliseconds = (System.nanoTime() - start) / 1_000_000;

    assertThat(rows(pages).size(), equalTo(30));
    assertThat(milliseconds > 1000, equalTo(true));
    assertThat(sizes(pages), everyItem(equalTo(10)));
  }
}
