package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.rehome.model.SourceKey;
import io.rehome.pipelines.KeyDigest.Suspects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever differs between two sets of keys must be a suspect. */
final class KeyDigestTest {
  private static final int KEYS = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void suspectsNobodyWhereBothSidesHoldTheSameKeysInAnyOrder(long seed) {
    List<String> keys = keys(seed);
    List<String> shuffled = new ArrayList<>(keys);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(differing(keys, shuffled).isEmpty(), is(true));
    assertThat(differing(keys, shuffled).keys(), is(0L));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void suspectsTheKeyThatOneSideLacks(long seed) {
    List<String> keys = keys(seed);
    List<String> fewer = new ArrayList<>(keys);
    String lost = fewer.remove(new Random(seed).nextInt(KEYS));

    assertThat(holds(differing(keys, fewer), lost), is(true));
    assertThat(holds(differing(fewer, keys), lost), is(true));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void suspectsBothKeysWhereOneStandsInsteadOfAnother(long seed) {
    List<String> keys = keys(seed);
    List<String> others = new ArrayList<>(keys);
    int place = new Random(seed).nextInt(KEYS);
    String swapped = others.set(place, keys.get(place) + " ");

    assertThat(holds(differing(keys, others), swapped), is(true));
    assertThat(holds(differing(keys, others), swapped + " "), is(true));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void suspectsTheKeyThatCameTwice(long seed) {
    List<String> keys = keys(seed);
    List<String> more = new ArrayList<>(keys);
    String twice = keys.get(new Random(seed).nextInt(KEYS));
    more.add(twice);

    assertThat(holds(differing(keys, more), twice), is(true));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void suspectsTheKeysWhoseNotesDiffer(long seed) {
    List<String> keys = keys(seed);
    KeyDigest noted = new KeyDigest();
    String other = keys.get(new Random(seed).nextInt(KEYS));
    keys.forEach(key -> noted.add(key, key.equals(other) ? "!" : ""));

    Suspects suspects = noted.against(digest(keys));

    assertThat(holds(suspects, other), is(true));
    assertThat(keys.stream().filter(key -> holds(suspects, key)).count() < 10, is(true));
  }

  /** The sums of one hash of each would be the same. */
  @Test
  void suspectsTwoKeysOfACellThatExchangedTheirNotes() {
    for (List<String> pair : ofOneCell()) {
      KeyDigest left = new KeyDigest();
      KeyDigest right = new KeyDigest();
      left.add(pair.get(0), "!");
      left.add(pair.get(1), "");
      right.add(pair.get(0), "");
      right.add(pair.get(1), "!");

      assertThat(holds(left.against(right), pair.get(0)), is(true));
    }
  }

  private static List<List<String>> ofOneCell() {
    Map<Integer, String> first = new HashMap<>();
    List<List<String>> pairs = new ArrayList<>();
    for (String key : keys(1)) {
      String other = first.putIfAbsent(KeyDigest.cell(new SourceKey(key).hash64()), key);
      if (other != null) {
        pairs.add(List.of(other, key));
      }
    }
    return pairs;
  }

  @Test
  void suspectsEachKeyWhereOneSideIsEmpty() {
    Suspects suspects = differing(keys(1), List.of());

    assertThat(keys(1).stream().allMatch(key -> holds(suspects, key)), is(true));
    assertThat(suspects.keys(), is((long) KEYS));
  }

  @Test
  void suspectsFewBesidesTheOneThatDiffers() {
    List<String> fewer = new ArrayList<>(keys(1));
    fewer.remove(0);

    Suspects suspects = differing(keys(1), fewer);

    assertThat(keys(1).stream().filter(key -> holds(suspects, key)).count() < 10, is(true));
  }

  @Test
  void allOfThemHoldEachKey() {
    assertThat(keys(1).stream().allMatch(key -> holds(Suspects.all(KEYS), key)), is(true));
  }

  /** Numbers, one after the other, and texts: no two are the same. */
  private static List<String> keys(long seed) {
    List<String> keys = new ArrayList<>();
    for (long number = 0; number < KEYS; number++) {
      long key = seed * KEYS + number;
      keys.add(number % 3 == 0 ? "[\"k\",\"" + key + "\"]" : Long.toString(key));
    }
    return keys;
  }

  private static Suspects differing(List<String> left, List<String> right) {
    return digest(left).against(digest(right));
  }

  private static KeyDigest digest(List<String> keys) {
    KeyDigest digest = new KeyDigest();
    keys.forEach(key -> digest.add(key, ""));
    return digest;
  }

  private static boolean holds(Suspects suspects, String key) {
    return suspects.holds(new SourceKey(key).hash64());
  }
}
