package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PortionsTest {
  private static final int ANY = Integer.MAX_VALUE;
  private final List<Integer> asked = new ArrayList<>();
  private final List<List<String>> pages = new ArrayList<>();

  @Test
  void endsAPageAfterTheRowThatReachesItsBytes() {
    gather(new Portions(100, 1000), keys(7), 400);

    assertThat(pages, contains(List.of("0", "1", "2"), List.of("3", "4", "5"), List.of("6")));
  }

  @Test
  void endsAPageAtItsRows() {
    gather(new Portions(2, 1000), keys(5), 1);

    assertThat(pages, contains(List.of("0", "1"), List.of("2", "3"), List.of("4")));
  }

  @Test
  void letsARowThatFillsAPageTravelAlone() {
    Portions portions = new Portions(100, 1000);
    portions.each(keys(3), supply(key -> key.equals("1") ? 5000 : 10, ANY), this::page);

    assertThat(pages, contains(List.of("1"), List.of("0", "2")));
  }

  @Test
  void asksForFewAtATimeWhereTheyAreLarge() {
    Portions portions = new Portions(1000, 1000);
    gather(portions, keys(500), 100);

    assertThat(asked.get(0), is(50));
    asked.subList(1, asked.size()).forEach(some -> assertThat(some, lessThanOrEqualTo(10)));
  }

  @Test
  void asksForManyAtATimeWhereTheyAreSmall() {
    Portions portions = new Portions(1000, 1_000_000);
    gather(portions, keys(2450), 10);

    assertThat(asked, contains(50, 400, 1000, 1000));
  }

  @Test
  void asksForNoMoreThanIsKnownToFit() {
    Portions portions = new Portions(1000, 1000);
    portions.each(keys(7), supply(any -> 10, 3), this::page);

    assertThat(asked, contains(3, 3, 1));
  }

  private void gather(Portions portions, List<SourceKey> keys, int bytes) {
    portions.each(keys, supply(any -> bytes, ANY), this::page);
  }

  private Portions.Supply supply(ToIntFunction<String> bytes, int fitting) {
    return new Portions.Supply() {
      @Override
      public List<SourceRow> rows(List<SourceKey> keys) {
        return PortionsTest.this.rows(keys, bytes);
      }

      @Override
      public int fitting(List<SourceKey> keys, long most) {
        return Math.min(fitting, keys.size());
      }
    };
  }

  private void page(List<SourceRow> rows) {
    pages.add(rows.stream().map(row -> row.key().text()).toList());
  }

  private List<SourceRow> rows(List<SourceKey> keys, ToIntFunction<String> bytes) {
    asked.add(keys.size());
    return keys.stream()
        .map(key -> new SourceRow(key, List.of(), true, bytes.applyAsInt(key.text())))
        .toList();
  }

  private static List<SourceKey> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> new SourceKey(String.valueOf(i))).toList();
  }
}
