package io.rehome.pipelines;

import io.rehome.io.Book;
import io.rehome.io.RejectionGroup;
import io.rehome.model.Outcome;
import io.rehome.model.RuleUse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a run ended, and all that its reports are made of. The counts come from the store.
 *
 * @param books this run's, by entity in the order of the river
 * @param rejections this run's, each group with its first keys
 * @param rules how often each rule was used in this run, by entity
 * @param totals the campaign's records by entity and outcome
 * @param older records that were rejected before this run and still are
 * @param remarks what the user should know besides: why it stopped, what it did not look at
 * @param comparison what was found, where source and target were compared
 */
public record Ending(
    String run,
    String marketplace,
    long campaign,
    Mode mode,
    String runner,
    int planVersion,
    Instant started,
    Instant finished,
    State state,
    Exit exit,
    List<Book> books,
    List<RejectionGroup> rejections,
    Map<String, List<RuleUse>> rules,
    Map<String, Map<Outcome, Long>> totals,
    long older,
    List<String> remarks,
    Comparison comparison) {

  /** Whether it came to its end. The names are kept in the store. */
  public enum State {
    /** All that it was asked to do is done. */
    FINISHED,
    /** It was told to stop, or an outage lasted too long; the same command continues. */
    STOPPED,
    /** A fault stopped it; the same command continues. */
    FAILED
  }

  public Ending {
    books = List.copyOf(books);
    rejections = List.copyOf(rejections);
    remarks = List.copyOf(remarks);
  }

  /** Whether every book balances. */
  public boolean isBalanced() {
    return books.stream().allMatch(book -> book.balance() == Book.Balance.BALANCED);
  }
}
