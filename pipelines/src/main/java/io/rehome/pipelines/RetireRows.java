package io.rehome.pipelines;

import io.rehome.io.Held;
import io.rehome.io.Landing;
import io.rehome.io.Ledger;
import io.rehome.io.Loading;
import io.rehome.io.Retired;
import io.rehome.io.Retirement;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.io.Upload;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetKey;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deletes or changes the target's rows of one entity's records that are gone. Rows that others
 * reference are refused, and tried again as long as others go: parents after their children.
 */
final class RetireRows {
  private static final int AT_ONCE = 1_000;

  private final Parts parts;
  private final Scan scan;
  private final Stretch stretch;
  private final Retirement retirement;
  private final DocumentShape shape;
  private final Fingerprints fingerprints = new Fingerprints();

  RetireRows(Parts parts, Scan scan, Stretch stretch, Retirement retirement) {
    this.parts = parts;
    this.scan = scan;
    this.stretch = stretch;
    this.retirement = retirement;
    this.shape = parts.workplace().rules().rules(stretch.entity()).shape();
  }

  void retire() {
    Map<SourceKey, Rejection> refused = new HashMap<>();
    int before;
    do {
      before = refused.size();
      refused.clear();
      retireEach(refused);
    } while (!refused.isEmpty() && refused.size() != before);
    parts.rounds().step(() -> remember(new Retired(Map.of(), refused)));
  }

  private void retireEach(Map<SourceKey, Rejection> refused) {
    Optional<SourceKey> last = Optional.empty();
    List<SourceKey> keys = missing(last);
    while (!keys.isEmpty()) {
      List<SourceKey> some = keys;
      refused.putAll(parts.rounds().ask(() -> retire(some)));
      last = Optional.of(keys.get(keys.size() - 1));
      keys = missing(last);
    }
  }

  private List<SourceKey> missing(Optional<SourceKey> after) {
    return parts.rounds().ask(() -> selections().missing(scan, stretch.entity(), after, AT_ONCE));
  }

  /** Answers those that the target holds on to. */
  private Map<SourceKey, Rejection> retire(List<SourceKey> keys) {
    Workplace workplace = parts.workplace();
    try (Ledger ledger = workplace.store().ledger(workplace.tag());
        Loading target = workplace.target().open(workplace.tag().fence())) {
      Map<SourceKey, Held> held = ledger.held(stretch.entity(), shape, keys);
      List<SourceKey> sent = new ArrayList<>();
      List<Upload> uploads = new ArrayList<>();
      held.forEach(
          (key, documents) -> {
            sent.add(key);
            uploads.add(upload(documents));
          });
      List<Landing> landings = target.retire(shape, retirement, uploads);
      Map<SourceKey, Rejection> refused = Uploads.refused(sent, landings);
      remember(new Retired(left(sent, uploads, refused), Map.of()));
      return refused;
    }
  }

  /** What may be there: a document that was sent, as it was or changed by an earlier try. */
  private Upload upload(Held held) {
    List<Document> documents = new ArrayList<>(held.documents());
    held.documents().forEach(document -> documents.add(after(document)));
    Document first = held.documents().get(0);
    return new Upload(
        key(first),
        after(first),
        documents.stream().distinct().toList(),
        stretch.claim(held.claim()));
  }

  private TargetKey key(Document document) {
    int[] positions = shape.keyPositions();
    @Nullable Object[] key = new @Nullable Object[positions.length];
    Arrays.setAll(key, i -> document.values().get(positions[i]));
    return TargetKey.ofValues(Arrays.asList(key));
  }

  private Document after(Document document) {
    List<@Nullable Object> values = new ArrayList<>(document.values());
    if (retirement instanceof Retirement.Change change) {
      for (int i = 0; i < change.columns().size(); i++) {
        TargetColumn column = change.columns().get(i);
        int place = shape.columns().indexOf(column);
        if (place >= 0) {
          values.set(place, change.values().values().get(i));
        }
      }
    }
    return new Document(values);
  }

  private Map<SourceKey, Optional<Retired.Left>> left(
      List<SourceKey> sent, List<Upload> uploads, Map<SourceKey, Rejection> refused) {
    Map<SourceKey, Optional<Retired.Left>> left = new HashMap<>();
    for (int i = 0; i < sent.size(); i++) {
      if (!refused.containsKey(sent.get(i))) {
        left.put(sent.get(i), left(uploads.get(i).document()));
      }
    }
    return left;
  }

  private Optional<Retired.Left> left(Document document) {
    return retirement instanceof Retirement.Delete
        ? Optional.empty()
        : Optional.of(new Retired.Left(document, fingerprints.of(document)));
  }

  private void remember(Retired retired) {
    selections().retired(scan, stretch.entity(), shape, retired);
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
