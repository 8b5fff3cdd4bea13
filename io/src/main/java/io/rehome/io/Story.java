package io.rehome.io;

import io.rehome.model.Outcome;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the store knows of one record. Rows and documents are JSON text by column name.
 *
 * @param source the source row of the latest attempt; empty where it is not kept
 * @param confirmed what the target acknowledged last; empty where it was never there
 * @param range the key range that it was read from; empty where it only ever came by key
 * @param attempts all of them, the latest last; there is always one
 * @param waitsFor the parents that it waits for
 * @param waiting the records that wait for it, and those that wait for them, by entity
 * @param corrections the latest first
 * @param found what the last verification found of it; empty also where none looked
 */
public record Story(
    String entity,
    SourceKey key,
    Optional<String> source,
    Optional<Confirmed> confirmed,
    Optional<Range> range,
    List<Attempt> attempts,
    List<Wait> waitsFor,
    List<Waiting> waiting,
    List<CorrectionEntry> corrections,
    List<Found> found) {

  public Story {
    attempts = List.copyOf(attempts);
    waitsFor = List.copyOf(waitsFor);
    waiting = List.copyOf(waiting);
    corrections = List.copyOf(corrections);
    found = List.copyOf(found);
  }

  /** What the target holds, as it acknowledged it. */
  public record Confirmed(String document, String targetKey, Instant at) {}

  /** A key range; an end that is open is empty. */
  public record Range(long id, Optional<String> low, Optional<String> high, String state) {}

  /**
   * One attempt.
   *
   * @param document what was made of the source row; empty where no document came about
   * @param skippedBy the rule that left it out
   */
  public record Attempt(
      int number,
      String run,
      String mode,
      int planVersion,
      Instant at,
      Outcome outcome,
      Optional<String> document,
      Optional<String> targetKey,
      Optional<Rejection> rejection,
      Optional<String> skippedBy) {}

  /** A parent that is waited for, and whether it is present by now. */
  public record Wait(String field, String entity, String key, Presence presence) {}

  /** Whether a parent is there. */
  public enum Presence {
    PRESENT,
    ABSENT
  }

  /** Records of one entity that wait, with the first keys. */
  public record Waiting(String entity, long count, List<String> sample) {}

  /**
   * What a verification found.
   *
   * @param run the last that worked at the verification; empty where an older version found it
   */
  public record Found(Difference difference, Optional<String> run, Instant at) {}

  /** The latest attempt. */
  public Attempt latest() {
    return attempts.get(attempts.size() - 1);
  }
}
