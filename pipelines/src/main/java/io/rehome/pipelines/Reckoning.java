package io.rehome.pipelines;

import io.rehome.io.Book;
import io.rehome.io.Findings;
import io.rehome.io.RunTag;
import io.rehome.io.Store;
import io.rehome.io.Verifications;
import java.util.List;

/**
 * What a run's books are made of.
 *
 * @param unfinished how the run ends where records are PENDING after it
 */
record Reckoning(List<Book> books, Comparison comparison, Exit unfinished) {
  private static final int SAMPLE = 20;

  /** The books of the records that went through the river. */
  static Reckoning ofRecords(Store store, RunTag tag) {
    return new Reckoning(
        store.accounts(tag.marketplace()).books(tag.run()), Comparison.NONE, Exit.RESUMABLE);
  }

  /** The books of the records that went through the river, and the rows that are nobody's. */
  static Reckoning ofKeys(Store store, RunTag tag) {
    Reckoning records = ofRecords(store, tag);
    return new Reckoning(
        records.books(),
        new Comparison(
            Comparison.Extent.KEYS, store.verifications(tag).findings(SAMPLE), List.of()),
        records.unfinished());
  }

  /** The books of what was compared with the target; records are not its concern. */
  static Reckoning ofComparison(Store store, RunTag tag) {
    Verifications verifications = store.verifications(tag);
    List<Findings> findings = verifications.findings(SAMPLE);
    return new Reckoning(
        findings.stream().map(Reckoning::book).toList(),
        new Comparison(Comparison.Extent.ROWS, findings, verifications.asserted()),
        Exit.OK);
  }

  private static Book book(Findings findings) {
    return new Book(
        findings.entity(),
        findings.read(),
        0,
        0,
        0,
        findings.skipped(),
        findings.merged(),
        0,
        0,
        findings.seconds(),
        findings.isBalanced() ? Book.Balance.BALANCED : Book.Balance.UNBALANCED);
  }

  /** How the run ends for what was found. */
  Exit exit() {
    return comparison.isOfRows() && comparison.differences() > 0 ? Exit.NOT_ACCEPTED : Exit.OK;
  }
}
