package io.rehome.report;

import io.rehome.io.Book;
import io.rehome.io.RejectionGroup;
import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.RuleUse;
import io.rehome.model.Stage;
import io.rehome.pipelines.Comparison;
import io.rehome.pipelines.Ending;
import io.rehome.pipelines.Exit;
import io.rehome.pipelines.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Endings of runs, as the river would tell them. */
final class Endings {
  static final Instant STARTED = Instant.parse("2026-03-01T10:00:00Z");

  private Endings() {}

  /** A run of some entities with rejections of several kinds. */
  static Ending withRejections() {
    return ending(
        Exit.NOT_ACCEPTED,
        List.of(
            book("members", 60_000, 59_310, 0, 440, 250),
            book("breeds", 312, 312, 0, 0, 0),
            book("ads", 40_000, 39_873, 0, 127, 0),
            book("photos", 80_000, 31_990, 48_000, 10, 0)),
        List.of(
            group("members", Stage.CHECK, Reason.CHECK_FAILED, "email", 240, "17", "23", "108"),
            group("members", Stage.MAP, Reason.NOT_LISTED, "status", 120, "44", "45", "1009"),
            group("members", Stage.CHECK, Reason.NULL, "name", 80, "51"),
            group("ads", Stage.REFERENCE, Reason.PARENT_NOT_LOADED, "seller_id", 117, "9", "12"),
            group("ads", Stage.MAP, Reason.TOO_LONG, "title", 10, "301", "302", "303"),
            group("photos", Stage.LOAD, Reason.TARGET_KEY_TAKEN, "", 10, "[\"9\",\"front.jpg\"]")));
  }

  static Ending ending(Exit exit, List<Book> books, List<RejectionGroup> rejections) {
    return new Ending(
        "normal-20260301-100000-ab12",
        "pets-and-paws",
        1,
        Mode.NORMAL,
        "DirectRunner",
        3,
        STARTED,
        STARTED.plusMillis(8_420),
        Ending.State.FINISHED,
        exit,
        books,
        rejections,
        Map.of(
            "members",
            List.of(
                new RuleUse("bio", "missing: ''", 5_210),
                new RuleUse("status", "values: A -> active", 51_002))),
        Map.of("members", Map.of(Outcome.LOADED, 59_310L, Outcome.REJECTED, 440L)),
        0,
        List.of(),
        Comparison.NONE);
  }

  static Book book(
      String entity, long read, long loaded, long unchanged, long rejected, long skipped) {
    return new Book(
        entity,
        read,
        loaded,
        unchanged,
        rejected,
        skipped,
        0,
        0,
        0,
        read / 25_000.0,
        Book.Balance.BALANCED);
  }

  static RejectionGroup group(
      String entity, Stage stage, Reason reason, String column, long count, String... sample) {
    return new RejectionGroup(entity, stage, reason, column, count, List.of(sample));
  }
}
