package io.rehome.pipelines;

import io.rehome.io.Held;
import io.rehome.io.Landing;
import io.rehome.io.Ledger;
import io.rehome.io.Upload;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns ready candidates into uploads, with what the target may hold of them already. */
final class Uploads {
  private final Stretch stretch;
  private final DocumentShape shape;
  private final Pass pass;
  private final LateReferences late;

  Uploads(Stretch stretch, DocumentShape shape, Pass pass) {
    this.stretch = stretch;
    this.shape = shape;
    this.pass = pass;
    this.late = new LateReferences(shape, stretch.lateFields());
  }

  /** One upload for each candidate, in the same order. Asked before their page is begun. */
  List<Upload> of(List<Candidate.Ready> ready, Ledger ledger) {
    List<SourceKey> keys = ready.stream().map(candidate -> candidate.row().key()).toList();
    return of(ready, keys.isEmpty() ? Map.of() : ledger.held(stretch.entity(), shape, keys));
  }

  /** One upload for each candidate, of which nothing was ever sent. */
  List<Upload> ofNew(List<Candidate.Ready> ready) {
    return of(ready, Map.of());
  }

  private List<Upload> of(List<Candidate.Ready> ready, Map<SourceKey, Held> held) {
    return ready.stream().map(c -> upload(c, held.get(c.row().key()))).toList();
  }

  private Upload upload(Candidate.Ready ready, @Nullable Held held) {
    Document whole = ready.document();
    List<Document> before = held == null ? List.of() : held.documents();
    return new Upload(
        ready.key(),
        pass.written(whole, late),
        pass.held(whole, before, late),
        stretch.claim(held == null ? Upload.Claim.PERHAPS_HELD : held.claim()));
  }

  /** The rows of the refused ones. */
  static List<SourceRow> rows(List<Candidate.Ready> ready, Map<SourceKey, Rejection> refused) {
    return ready.stream()
        .map(Candidate.Ready::row)
        .filter(row -> refused.containsKey(row.key()))
        .toList();
  }

  /** The refused ones among these landings, by the key of their record. */
  static Map<SourceKey, Rejection> refused(List<SourceKey> keys, List<Landing> landings) {
    Map<SourceKey, Rejection> refused = new HashMap<>();
    for (int i = 0; i < landings.size(); i++) {
      if (landings.get(i) instanceof Landing.Refused answer) {
        refused.put(keys.get(i), answer.rejection());
      }
    }
    return refused;
  }
}
