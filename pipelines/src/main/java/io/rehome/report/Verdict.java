package io.rehome.report;

import io.rehome.pipelines.Ending;
import io.rehome.pipelines.Exit;
import java.util.Set;

/** A run's outcome in one sentence, and a second one that explains it. */
public record Verdict(Tone tone, String headline, String detail) {

  /** How good the news is. */
  public enum Tone {
    GOOD,
    ATTENTION,
    BAD
  }

  private static final Set<Exit> COMPARED = Set.of(Exit.OK, Exit.NOT_ACCEPTED);

  /** The verdict on this ending. */
  public static Verdict of(Ending ending) {
    if (ending.comparison().isOfRows() && COMPARED.contains(ending.exit())) {
      return compared(ending);
    }
    Sums sums = Sums.of(ending.books());
    return switch (ending.exit()) {
      case OK -> new Verdict(Tone.GOOD, good(sums), accounted(sums));
      case NOT_ACCEPTED ->
          new Verdict(
              Tone.ATTENTION,
              Figures.count(sums.rejected(), "record") + " rejected, more than allowed",
              accounted(sums));
      case RESUMABLE ->
          new Verdict(
              Tone.ATTENTION, "Not finished", "What is done is safe, and the next run continues.");
      case INTERRUPTED ->
          new Verdict(
              Tone.ATTENTION, "Interrupted", "What is done is safe, and the next run continues.");
      case UNBALANCED ->
          new Verdict(
              Tone.BAD,
              "The books do not balance",
              "What was read is not the sum of what became of it. Trust nothing of this run before"
                  + " it is explained.");
      case BUSY ->
          new Verdict(Tone.BAD, "Another run holds the marketplace", "Nothing was written.");
      case PLAN_WRONG ->
          new Verdict(Tone.BAD, "The plan or the options are wrong", "Nothing was written.");
    };
  }

  private static Verdict compared(Ending ending) {
    long differences = ending.comparison().differences();
    long read = Sums.of(ending.books()).read();
    return differences == 0
        ? new Verdict(
            Tone.GOOD,
            "No difference",
            "Each of the "
                + Figures.count(read, "source row")
                + " read is in the target as it should be, or its absence is explained.")
        : new Verdict(
            Tone.ATTENTION,
            Figures.count(differences, "difference") + " found",
            "Nothing was changed. All of them, one a line, are in differences-*.jsonl.");
  }

  private static String good(Sums sums) {
    if (sums.read() == 0) {
      return "Nothing was left to do";
    }
    return sums.rejected() == 0
        ? "Every record is accounted for"
        : "Done, with " + Figures.count(sums.rejected(), "rejection") + " as allowed";
  }

  private static String accounted(Sums sums) {
    return sums.read() == 0
        ? "No key range was open, and nothing was written."
        : "The books balance: each of the "
            + Figures.count(sums.read(), "record")
            + " read is loaded, unchanged, or named below.";
  }
}
