package io.rehome.pipelines;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.io.Compared;
import io.rehome.io.RangePrints;
import io.rehome.io.Remembered;
import io.rehome.model.Bytes;
import io.rehome.model.Fingerprint;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What the fingerprints settle is what a comparison of every record with every row would say. */
final class ComparePrintsTest {
  private static final KeyRange RANGE = new KeyRange("ads", 1, List.of(), List.of());

  @RepeatedTest(200)
  void saysTheSameAsAComparisonOfAllRecords(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Remembered> ofRange = records(random, 0, random.nextInt(60));
    List<Remembered> elsewhere = records(random, 100, random.nextInt(3));
    List<RowState> rows = rows(random, ofRange, elsewhere);

    Compared found = new ComparePrints(prints(ofRange), known(ofRange, elsewhere)).with(rows);

    Compared expected = new CompareRange(ofRange, keys -> those(elsewhere, keys)).with(rows);
    assertThat(found.read(), is(expected.read()));
    assertThat(found.unchanged(), is(expected.unchanged()));
    assertThat(Set.copyOf(found.entering()), is(Set.copyOf(expected.entering())));
    assertThat(Set.copyOf(found.excluded()), is(Set.copyOf(expected.excluded())));
    assertThat(found.absent(), is(expected.absent()));
    assertThat(Set.copyOf(found.strays()), is(Set.copyOf(expected.strays())));
  }

  @Test
  void asksForNoRecordWhereAllAgree() {
    List<Remembered> records =
        List.of(record(1, true, Outcome.LOADED), record(2, true, Outcome.REJECTED));
    List<RowState> rows = List.of(row(2, 0, true), row(1, 0, true));

    Compared found = new ComparePrints(prints(records), new Unasked()).with(rows);

    assertThat(found, is(new Compared(2, 2, 0, 0, 0, List.of(), List.of())));
  }

  private static List<Remembered> records(Random random, int first, int count) {
    List<Remembered> records = new ArrayList<>();
    for (int id = first; id < first + count; id++) {
      Outcome outcome = random.nextInt(4) > 0 ? Outcome.LOADED : any(random);
      records.add(record(id, random.nextInt(8) > 0, outcome));
    }
    return records;
  }

  /** The outcomes of records; UNCHANGED is of books only. */
  private static Outcome any(Random random) {
    List<Outcome> outcomes = new ArrayList<>(List.of(Outcome.values()));
    outcomes.remove(Outcome.UNCHANGED);
    return outcomes.get(random.nextInt(outcomes.size()));
  }

  private static List<RowState> rows(
      Random random, List<Remembered> ofRange, List<Remembered> elsewhere) {
    List<RowState> rows = new ArrayList<>();
    List<Remembered> all = new ArrayList<>(ofRange);
    all.addAll(elsewhere);
    for (Remembered record : all) {
      int id = Integer.parseInt(record.key().text());
      for (int times = random.nextInt(12) == 0 ? 2 : random.nextInt(8) == 0 ? 0 : 1;
          times > 0;
          times--) {
        boolean chosen = random.nextInt(8) == 0 ? random.nextBoolean() : record.chosen();
        rows.add(row(id, random.nextInt(6) == 0 ? random.nextInt(3) : 0, chosen));
      }
    }
    rows.add(row(1000, 0, true));
    Collections.shuffle(rows, random);
    return rows;
  }

  private static Remembered record(int id, boolean chosen, Outcome outcome) {
    boolean mayBeThere = outcome == Outcome.LOADED || (outcome == Outcome.PENDING && id % 2 == 0);
    return new Remembered(key(id), print(id, 0), chosen, outcome, mayBeThere);
  }

  private static RowState row(int id, int content, boolean chosen) {
    return new RowState(key(id), print(id, content), chosen);
  }

  private static SourceKey key(int id) {
    return new SourceKey(Integer.toString(id));
  }

  /** Many have the same low bits, so that they stand in each other's places. */
  private static Fingerprint print(int id, int content) {
    return new Fingerprint(id, 64L * content);
  }

  private static RangePrints prints(List<Remembered> records) {
    List<Remembered> told = records.stream().filter(ComparePrintsTest::isTold).toList();
    return new RangePrints(
        RANGE,
        packed(told, Remembered::chosen),
        packed(told, record -> !record.chosen()),
        (long) records.size() - told.size());
  }

  private static boolean isTold(Remembered record) {
    return record.outcome() != Outcome.PENDING
        && record.outcome() != Outcome.GONE
        && (record.chosen() || !record.mayBeThere());
  }

  private static Bytes packed(List<Remembered> records, Predicate<Remembered> which) {
    List<Remembered> some = records.stream().filter(which).toList();
    ByteBuffer packed = ByteBuffer.allocate(16 * some.size());
    some.forEach(each -> packed.putLong(each.source().high()).putLong(each.source().low()));
    return new Bytes(packed.array());
  }

  private static List<Remembered> those(List<Remembered> records, List<SourceKey> keys) {
    Map<SourceKey, Remembered> byKey =
        records.stream().collect(toMap(Remembered::key, record -> record));
    return keys.stream().distinct().filter(byKey::containsKey).map(byKey::get).toList();
  }

  private static ComparePrints.Records known(List<Remembered> ofRange, List<Remembered> elsewhere) {
    List<Remembered> all = new ArrayList<>(ofRange);
    all.addAll(elsewhere);
    return new ComparePrints.Records() {
      @Override
      public List<Remembered> ofRange(Collection<Fingerprint> prints) {
        Set<Fingerprint> some = prints.stream().collect(toSet());
        return ofRange.stream()
            .filter(record -> some.contains(record.source()) || !isTold(record))
            .toList();
      }

      @Override
      public List<Remembered> of(List<SourceKey> keys) {
        return those(all, keys);
      }
    };
  }

  private static final class Unasked implements ComparePrints.Records {
    @Override
    public List<Remembered> ofRange(Collection<Fingerprint> prints) {
      throw new AssertionError("asked for " + prints);
    }

    @Override
    public List<Remembered> of(List<SourceKey> keys) {
      throw new AssertionError("asked for " + keys);
    }
  }
}
