package io.rehome.io.store;

import io.rehome.io.Keep;
import io.rehome.io.jdbc.PgCopyRows;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Fingerprint;
import io.rehome.model.PageId;
import io.rehome.model.Rejection;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetKey;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Candidates as rows of the table {@code record}, for one binary COPY. */
final class RecordRows {
  static final String COLUMNS =
      "page, range_id, deferred_page, source_fp, document_fp, state, chosen, source_key,"
          + " target_key, source, document, stage, reason, column_name, message";
  private static final int WIDTH = 15;

  private final Form form;
  private final JsonText sources;
  private final JsonText documents;
  private final Place place;
  private final PgCopyRows rows;

  /** What records look like, and how much of them is kept. */
  record Form(SourceTable table, DocumentShape shape, Keep keep) {

    /** Whether this original is kept; a settled record is read from it once more. */
    boolean keepsOriginal(Candidate candidate, Place place) {
      return keepsOriginals()
          || place.range() == PageId.SETTLING
          || candidate instanceof Candidate.Rejected
          || candidate instanceof Candidate.Deferred;
    }

    /** Whether the original is kept of whatever record. */
    boolean keepsOriginals() {
      return keep == Keep.FULL || table.isKeyless();
    }
  }

  /** Where the records are put: their page, and its range, 0 or less where it has none. */
  record Place(long page, long range) {}

  /** Fills them into {@code rows}. */
  RecordRows(Form form, Place place, PgCopyRows rows) {
    this.form = form;
    this.sources = new JsonText(form.table().columns().stream().map(SourceColumn::name).toList());
    this.documents = new JsonText(form.shape().columns().stream().map(TargetColumn::name).toList());
    this.place = place;
    this.rows = rows;
  }

  /** The statement that puts them into a table, or into one of the same columns. */
  static String copyInto(String table) {
    return "copy %s (%s) from stdin (format binary)".formatted(table, COLUMNS);
  }

  void add(Collection<? extends Candidate> candidates) {
    candidates.forEach(this::add);
  }

  private void add(Candidate candidate) {
    if (candidate instanceof Candidate.Ready ready) {
      add(State.READY, ready, ready.fingerprint(), new Sent(ready.key(), ready.document()));
      rejection(null, null, null, null);
    } else if (candidate instanceof Candidate.Deferred deferred) {
      add(State.DEFERRED, deferred, null, new Sent(deferred.key(), deferred.document()));
      rejection(null, null, null, null);
    } else if (candidate instanceof Candidate.Rejected rejected) {
      add(State.REJECTED, rejected, null, null);
      rejection(rejected.rejection());
    } else if (candidate instanceof Candidate.Skipped skipped) {
      add(State.SKIPPED, skipped, null, null);
      rejection(null, null, null, skipped.rule());
    } else if (candidate instanceof Candidate.Unchanged unchanged) {
      add(State.READY, unchanged, null, null);
      rejection(null, null, null, null);
    } else {
      throw new IllegalArgumentException("a page begins when its candidates are decided");
    }
  }

  /** What is sent, or would be. */
  private record Sent(TargetKey key, Document document) {}

  private void add(
      State state, Candidate candidate, @Nullable Fingerprint fingerprint, @Nullable Sent sent) {
    rows.row(WIDTH);
    rows.bigint(place.page());
    number(place.range() > 0, place.range());
    number(state == State.DEFERRED, place.page());
    fingerprint(candidate.source());
    fingerprint(fingerprint);
    rows.letter(state.letter());
    content(candidate, sent);
  }

  private void content(Candidate candidate, @Nullable Sent sent) {
    SourceRow row = candidate.row();
    rows.bool(row.chosen());
    text(KeyColumn.stored(row.key().text()));
    boolean named = sent != null && !sent.key().text().equals(row.key().text());
    text(sent != null && named ? KeyColumn.stored(sent.key().text()) : null);
    json(row, sources, form.keepsOriginal(candidate, place) ? row.values() : null);
    json(row, documents, sent == null ? null : sent.document().values());
  }

  private void rejection(Rejection rejection) {
    rejection(
        rejection.stage().name(),
        rejection.reason().name(),
        rejection.column(),
        rejection.message());
  }

  private void rejection(
      @Nullable String stage,
      @Nullable String reason,
      @Nullable String column,
      @Nullable String message) {
    text(stage);
    text(reason);
    text(column);
    text(message == null ? null : KeyColumn.stored(message));
  }

  private void json(SourceRow row, JsonText text, @Nullable List<@Nullable Object> values) {
    if (values == null) {
      rows.absent();
    } else {
      rows.value(row.bytes(), content -> text.write(values, content));
    }
  }

  private void number(boolean present, long value) {
    if (present) {
      rows.bigint(value);
    } else {
      rows.absent();
    }
  }

  private void fingerprint(@Nullable Fingerprint fingerprint) {
    if (fingerprint == null) {
      rows.absent();
    } else {
      rows.uuid(fingerprint.asUuid());
    }
  }

  private void text(@Nullable String text) {
    if (text == null) {
      rows.absent();
    } else {
      rows.text(text);
    }
  }
}
