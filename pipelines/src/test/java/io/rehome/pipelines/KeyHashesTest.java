package io.rehome.pipelines;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Never is a key missed that is there; those that are not there are told, as long as all fit. */
final class KeyHashesTest {
  private static final int KEYS = 100_000;

  private static KeyHashes even(long mostBytes) {
    KeyHashes hashes = new KeyHashes(mostBytes);
    IntStream.range(0, KEYS).forEach(i -> hashes.add(String.valueOf(2 * i)));
    return hashes;
  }

  @Test
  void tellsWhichKeysAreNotThere() {
    KeyHashes hashes = even(1 << 22);

    for (int i = 0; i < KEYS; i++) {
      assertThat(hashes.lacks(String.valueOf(2 * i)), is(false));
      assertThat(hashes.lacks(String.valueOf(2 * i + 1)), is(true));
    }
  }

  @Test
  void countsAKeyThatComesTwiceOnce() {
    KeyHashes hashes = new KeyHashes(1 << 14);
    IntStream.range(0, KEYS).forEach(i -> hashes.add(String.valueOf(i % 100)));

    assertThat(hashes.lacks("100"), is(true));
    assertThat(hashes.lacks("99"), is(false));
  }

  @Test
  void tellsNothingWhereTheyDoNotFit() {
    KeyHashes hashes = even(1 << 20);

    assertThat(hashes.lacks("1"), is(false));
  }
}
