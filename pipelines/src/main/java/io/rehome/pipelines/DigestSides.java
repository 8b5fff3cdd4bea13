package io.rehome.pipelines;

import io.rehome.pipelines.KeyDigest.Suspects;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Digests both sides of a meeting at once, each on a thread of its own, in the command's process:
 * what agrees need not travel. Keeps no key in memory, however many there are.
 */
final class DigestSides {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Consumer<Duration> rest;
  private volatile boolean isGivenUp;

  /**
   * Digests sides.
   *
   * @param rest waits for so long; throws where the command is told to end, and then nothing is
   *     read any more
   */
  DigestSides(Consumer<Duration> rest) {
    this.rest = rest;
  }

  /** Where they differ; throws what a side throws. */
  Suspects differing(KeySide left, KeySide right) {
    CompletableFuture<KeyDigest> one = begin(left);
    CompletableFuture<KeyDigest> other = begin(right);
    try {
      while (!(one.isDone() && other.isDone())) {
        List.of(one, other).forEach(DigestSides::throwFailure);
        rest.accept(LOOK);
      }
      return digest(one).against(digest(other));
    } finally {
      isGivenUp = true;
    }
  }

  /** At once: what the other side still reads is of no use then. */
  private static void throwFailure(CompletableFuture<KeyDigest> side) {
    if (side.isCompletedExceptionally()) {
      digest(side);
    }
  }

  private CompletableFuture<KeyDigest> begin(KeySide side) {
    CompletableFuture<KeyDigest> digest = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(digest, side), "digest of keys");
    thread.setDaemon(true);
    thread.start();
    return digest;
  }

  private void complete(CompletableFuture<KeyDigest> digest, KeySide side) {
    try {
      digest.complete(read(side));
    } catch (Throwable e) {
      digest.completeExceptionally(e);
    }
  }

  private KeyDigest read(KeySide side) {
    KeyDigest digest = new KeyDigest();
    side.read(
        (key, note) -> {
          if (isGivenUp) {
            throw new CancellationException("nobody waits for this digest any more");
          }
          digest.add(key);
        });
    return digest;
  }

  private static KeyDigest digest(CompletableFuture<KeyDigest> side) {
    try {
      return side.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
