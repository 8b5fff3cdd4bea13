package io.rehome.io;

import io.rehome.model.DocumentShape;
import java.util.List;

/** One thread's way into the target. */
public interface Loading extends AutoCloseable {

  /**
   * Writes documents, all in one transaction that holds the fence. Writing the same uploads twice
   * ends as writing them once: a row that equals its document already is left alone. A guilty
   * document is told apart from the good ones, and the good ones land.
   *
   * @return one landing for each upload, in the same order
   * @throws Outage where the target was not reached or the fate of the transaction is unknown:
   *     nothing may be concluded of any upload
   * @throws FencedOff where this run lost its lease
   */
  List<Landing> load(DocumentShape shape, List<Upload> uploads);

  /**
   * Writes all batches in one transaction with deferrable constraints put off to its end: for rows
   * that reference each other. All land or, where the end of the transaction refuses them, each is
   * {@link Landing.Refused}.
   */
  List<List<Landing>> loadTogether(List<Batch> batches);

  /**
   * Writes documents as {@link #load} does, in one transaction, where unique values may go from one
   * of the rows to another: in chains, in circles, in any order.
   */
  List<Landing> exchange(DocumentShape shape, List<Upload> uploads);

  /**
   * Takes rows back, all in one transaction that holds the fence. A row that is not what was sent,
   * or not there, is left alone; so twice is as once.
   *
   * @throws Outage where the target was not reached, or did not answer
   * @throws FencedOff where this run lost its lease
   */
  void withdraw(DocumentShape shape, List<Withdrawal> withdrawals);

  /**
   * Deletes or changes the rows of records that are gone, all in one transaction that holds the
   * fence. A row is touched only where it equals one of its upload's held documents, or the upload
   * says {@link Upload.Claim#OVERWRITE}; one that is not there counts as done. So twice is as once.
   *
   * @return one landing for each upload, in the same order
   * @throws Outage where the target was not reached, or did not answer
   * @throws FencedOff where this run lost its lease
   */
  List<Landing> retire(DocumentShape shape, Retirement retirement, List<Upload> uploads);

  /** Documents of one shape. */
  record Batch(DocumentShape shape, List<Upload> uploads) {}

  @Override
  void close();
}
