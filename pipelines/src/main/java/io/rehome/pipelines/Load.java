package io.rehome.pipelines;

import io.rehome.io.Held;
import io.rehome.io.Landing;
import io.rehome.io.Ledger;
import io.rehome.io.Loading;
import io.rehome.io.Upload;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Passage;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings a page into the target, in the order that makes a crash harmless: durable in the store as
 * PENDING, then written to the target, then confirmed in the store. Each of the three can be done
 * twice. Not for several threads.
 */
final class Load {
  private final Stretch stretch;
  private final DocumentShape shape;
  private final Pass pass;
  private final LateReferences late;
  private final Ledger ledger;
  private final Loading target;

  Load(Stretch stretch, DocumentShape shape, Pass pass, Ledger ledger, Loading target) {
    this.stretch = stretch;
    this.shape = shape;
    this.pass = pass;
    this.late = new LateReferences(shape, stretch.lateFields());
    this.ledger = ledger;
    this.target = target;
  }

  /** Loads what is ready of the page and records what became of the rest. */
  void load(Passage passage) {
    List<Candidate.Ready> ready = ready(passage);
    List<Upload> uploads = uploads(ready);
    long page = Patience.of(() -> ledger.begin(stretch.source(), shape, passage));
    Map<SourceKey, Rejection> refused = refused(ready, landings(uploads));
    if (pass.confirms()) {
      Patience.with(() -> ledger.confirm(page, refused));
    } else if (!refused.isEmpty()) {
      Patience.with(() -> ledger.refuse(page, refused));
    }
  }

  private static List<Candidate.Ready> ready(Passage passage) {
    return passage.candidates().stream()
        .filter(Candidate.Ready.class::isInstance)
        .map(Candidate.Ready.class::cast)
        .toList();
  }

  private List<Upload> uploads(List<Candidate.Ready> ready) {
    List<SourceKey> keys = ready.stream().map(candidate -> candidate.row().key()).toList();
    Map<SourceKey, Held> held =
        keys.isEmpty() ? Map.of() : Patience.of(() -> ledger.held(stretch.entity(), shape, keys));
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

  private List<Landing> landings(List<Upload> uploads) {
    return uploads.isEmpty() ? List.of() : Patience.of(() -> target.load(shape, uploads));
  }

  private static Map<SourceKey, Rejection> refused(
      List<Candidate.Ready> ready, List<Landing> landings) {
    Map<SourceKey, Rejection> refused = new HashMap<>();
    for (int i = 0; i < landings.size(); i++) {
      if (landings.get(i) instanceof Landing.Refused answer) {
        refused.put(ready.get(i).row().key(), answer.rejection());
      }
    }
    return refused;
  }
}
