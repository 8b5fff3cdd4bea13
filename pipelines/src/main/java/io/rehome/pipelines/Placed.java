package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.Unproven;
import io.rehome.io.Upload;
import io.rehome.io.Withdrawal;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the target may hold of a record that may not stay, and how it is taken back. */
record Placed(Form form, Unproven unproven) {

  /** The record gets back what was confirmed of it, or loses its late references. */
  List<Withdrawal> unlinked() {
    List<Withdrawal> withdrawals = new ArrayList<>();
    for (Document sent : unproven.sent()) {
      Document placed = form.late.without(sent);
      Document instead = before(sent).orElse(placed);
      withdrawals.add(new Withdrawal(sent, Optional.of(instead)));
      withdrawals.add(new Withdrawal(placed, Optional.of(instead)));
    }
    withdrawals.removeIf(one -> one.instead().filter(one.sent()::equals).isPresent());
    return withdrawals.stream().distinct().toList();
  }

  /** The rows go of which nothing was confirmed. */
  List<Withdrawal> removed() {
    return unproven.sent().stream()
        .filter(sent -> before(sent).isEmpty())
        .map(sent -> new Withdrawal(form.late.without(sent), Optional.empty()))
        .distinct()
        .toList();
  }

  /** The rows of which nothing was confirmed lose their late references. */
  List<Withdrawal> loosened() {
    return unproven.sent().stream()
        .filter(sent -> before(sent).isEmpty())
        .map(sent -> new Withdrawal(sent, Optional.of(form.late.without(sent))))
        .toList();
  }

  /** An upload for each row of which nothing was confirmed: what it may hold, to be deleted. */
  List<Upload> strays() {
    Map<TargetKey, List<Document>> strays = new LinkedHashMap<>();
    unproven.sent().stream()
        .filter(sent -> before(sent).isEmpty())
        .forEach(
            sent -> strays.computeIfAbsent(form.key(sent), any -> new ArrayList<>()).add(sent));
    List<Upload> uploads = new ArrayList<>();
    strays.forEach(
        (key, sent) ->
            uploads.add(
                new Upload(
                    key,
                    sent.get(0),
                    form.late.withAndWithout(sent.get(0), sent),
                    Upload.Claim.PERHAPS_HELD)));
    return uploads;
  }

  /** What was confirmed of the row, where something else may have come upon it; else none. */
  List<Upload> restored() {
    List<Document> over =
        unproven.sent().stream().filter(sent -> before(sent).isPresent()).distinct().toList();
    return over.isEmpty()
        ? List.of()
        : unproven.confirmed().stream().map(confirmed -> restored(confirmed, over)).toList();
  }

  private Upload restored(Document confirmed, List<Document> over) {
    return new Upload(
        form.key(confirmed),
        confirmed,
        form.late.withAndWithout(confirmed, over),
        Upload.Claim.AS_CONFIRMED);
  }

  /** What was confirmed of the same row. */
  private Optional<Document> before(Document sent) {
    return unproven
        .confirmed()
        .filter(
            confirmed ->
                Arrays.stream(form.shape.keyPositions())
                    .allMatch(
                        i -> Objects.equals(confirmed.values().get(i), sent.values().get(i))));
  }

  /** How the records of an entity are placed. */
  record Form(String entity, DocumentShape shape, LateReferences late) {
    Form(Stretch stretch, Workplace workplace) {
      this(stretch, workplace.rules().rules(stretch.entity()).shape());
    }

    Form(Stretch stretch, DocumentShape shape) {
      this(stretch.entity(), shape, new LateReferences(shape, stretch.lateFields()));
    }

    private TargetKey key(Document document) {
      return TargetKey.ofValues(
          Arrays.stream(shape.keyPositions()).mapToObj(i -> document.values().get(i)).toList());
    }

    /** Those of these records of which the target may hold something. */
    List<Placed> placed(Ledger ledger, List<SourceKey> keys) {
      return ledger.unproven(entity, shape, keys).values().stream()
          .map(unproven -> new Placed(this, unproven))
          .toList();
    }
  }
}
