package io.rehome.pipelines;

import io.rehome.io.Landing;
import io.rehome.io.Ledger;
import io.rehome.io.Loading;
import io.rehome.io.Unproven;
import io.rehome.io.Upload;
import io.rehome.model.Candidate;
import io.rehome.model.DocumentShape;
import io.rehome.model.Passage;
import io.rehome.model.Rejection;
import io.rehome.model.SourceKey;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Brings a page into the target, in the order that makes a crash harmless: durable in the store as
 * PENDING, then written to the target, then confirmed in the store. Each of the three can be done
 * twice. Not for several threads.
 */
final class Load {
  private final Stretch stretch;
  private final DocumentShape shape;
  private final Pass pass;
  private final Uploads uploads;
  private final Ledger ledger;
  private final Loading target;
  private final Placed.Form form;

  Load(Stretch stretch, DocumentShape shape, Pass pass, Ledger ledger, Loading target) {
    this.stretch = stretch;
    this.shape = shape;
    this.pass = pass;
    this.uploads = new Uploads(stretch, shape, pass);
    this.ledger = ledger;
    this.target = target;
    this.form = new Placed.Form(stretch, shape);
  }

  /** Loads what is ready of the page and records what became of the rest. */
  void load(Passage passage) {
    OptionalLong page = Patience.of(() -> ledger.beginNew(stretch.source(), shape, passage));
    if (page.isPresent()) {
      send(page.getAsLong(), passage.ready(), uploads.ofNew(passage.ready()));
    } else {
      loadAgain(passage);
    }
  }

  /** What the target may hold is asked before the page begins, and then holds more. */
  private void loadAgain(Passage passage) {
    if (pass.defers()) {
      takeBack(leaving(passage));
    }
    List<Upload> uploaded = Patience.of(() -> uploads.of(passage.ready(), ledger));
    long page = Patience.of(() -> ledger.begin(stretch.source(), shape, passage));
    send(page, passage.ready(), uploaded);
  }

  /** An earlier attempt, killed, may have left rows of records that are not to be there now. */
  private void takeBack(List<SourceKey> leaving) {
    if (!leaving.isEmpty()) {
      Map<SourceKey, Unproven> unproven =
          Patience.of(() -> ledger.unproven(stretch.entity(), shape, leaving));
      Patience.with(() -> new TakeBack(form, target).takeBack(unproven));
    }
  }

  private static List<SourceKey> leaving(Passage passage) {
    return passage.candidates().stream()
        .filter(one -> one instanceof Candidate.Rejected || one instanceof Candidate.Skipped)
        .map(one -> one.row().key())
        .toList();
  }

  private void send(long page, List<Candidate.Ready> ready, List<Upload> uploaded) {
    List<SourceKey> keys = ready.stream().map(candidate -> candidate.row().key()).toList();
    Map<SourceKey, Rejection> refused = Uploads.refused(keys, landings(uploaded));
    Patience.with(() -> ledger.keepOriginals(stretch.source(), Uploads.rows(ready, refused)));
    record(page, refused);
  }

  private List<Landing> landings(List<Upload> sent) {
    return sent.isEmpty() ? List.of() : Patience.of(() -> target.load(shape, sent));
  }

  private void record(long page, Map<SourceKey, Rejection> refused) {
    if (pass.confirms()) {
      Patience.with(() -> ledger.confirm(page, refused));
    } else if (!refused.isEmpty()) {
      Patience.with(() -> ledger.refuse(page, refused));
    }
  }
}
