package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.Unproven;
import io.rehome.io.Withdrawal;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.SourceKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private Form(Stretch stretch, DocumentShape shape) {
      this(stretch.entity(), shape, new LateReferences(shape, stretch.lateFields()));
    }

    /** Those of these records of which the target may hold something. */
    List<Placed> placed(Ledger ledger, List<SourceKey> keys) {
      return ledger.unproven(entity, shape, keys).values().stream()
          .map(unproven -> new Placed(this, unproven))
          .toList();
    }
  }
}
