package io.rehome.pipelines;

import io.rehome.io.Landing;
import io.rehome.io.Loading;
import io.rehome.io.Outage;
import io.rehome.io.Retirement;
import io.rehome.io.Upload;
import io.rehome.io.Withdrawal;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import io.rehome.model.TargetKey;
import java.io.EOFException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One table of the target in memory, which can be told to fail. */
final class FakeLoading implements Loading {
  final Map<TargetKey, Document> rows = new HashMap<>();
  final List<Upload> uploads = new ArrayList<>();
  private final List<String> journal;
  private final Map<TargetKey, Rejection> guilty = new HashMap<>();
  private int outagesBefore;
  private int answersLost;

  FakeLoading(List<String> journal) {
    this.journal = journal;
  }

  /** The target's own rules stand against the row of this key. */
  FakeLoading refusing(String key, Rejection rejection) {
    guilty.put(new TargetKey(key), rejection);
    return this;
  }

  /** The next so many transactions never begin. */
  FakeLoading outages(int count) {
    outagesBefore = count;
    return this;
  }

  /** The next so many transactions commit, and nobody hears of it. */
  FakeLoading losesAnswers(int count) {
    answersLost = count;
    return this;
  }

  @Override
  public List<Landing> load(DocumentShape shape, List<Upload> some) {
    journal.add("load " + some.stream().map(upload -> upload.key().text()).toList());
    if (outagesBefore-- > 0) {
      throw new Outage("the target was not reached", new EOFException());
    }
    uploads.addAll(some);
    List<Landing> landings = some.stream().map(this::landing).toList();
    if (answersLost-- > 0) {
      throw new Outage("the target did not answer", new EOFException());
    }
    return landings;
  }

  private Landing landing(Upload upload) {
    if (guilty.containsKey(upload.key())) {
      return new Landing.Refused(guilty.get(upload.key()));
    }
    Document before = rows.get(upload.key());
    if (upload.document().equals(before)) {
      return new Landing.Equal();
    }
    if (before == null && isGone(upload)) {
      return refused(Reason.TARGET_CHANGED);
    }
    if (before != null && !isOurs(upload, before)) {
      return refused(upload.held().isEmpty() ? Reason.TARGET_KEY_TAKEN : Reason.TARGET_CHANGED);
    }
    rows.put(upload.key(), upload.document());
    return new Landing.Written();
  }

  private static boolean isGone(Upload upload) {
    return !upload.held().isEmpty() && upload.claim() == Upload.Claim.AS_CONFIRMED;
  }

  private static boolean isOurs(Upload upload, Document before) {
    return upload.held().contains(before)
        || (!upload.held().isEmpty() && upload.claim() == Upload.Claim.OVERWRITE);
  }

  private static Landing refused(Reason reason) {
    return new Landing.Refused(new Rejection(Stage.LOAD, reason, "", "the target's row"));
  }

  @Override
  public List<List<Landing>> loadTogether(List<Batch> batches) {
    return batches.stream().map(batch -> load(batch.shape(), batch.uploads())).toList();
  }

  @Override
  public List<Landing> exchange(DocumentShape shape, List<Upload> some) {
    return load(shape, some);
  }

  @Override
  public void withdraw(DocumentShape shape, List<Withdrawal> withdrawals) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Landing> retire(DocumentShape shape, Retirement retirement, List<Upload> some) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
