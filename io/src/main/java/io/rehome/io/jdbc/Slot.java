package io.rehome.io.jdbc;

import io.rehome.io.Landing;
import io.rehome.io.Upload;
import io.rehome.io.Upload.Claim;
import io.rehome.model.Document;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import java.util.ArrayList;
import java.util.List;

/** An upload of a batch, and the place where its landing goes. For one thread. */
final class Slot {
  private Upload upload;
  private Landing landing = new Landing.Written();

  Slot(Upload upload) {
    this.upload = upload;
  }

  Upload upload() {
    return upload;
  }

  Document document() {
    return upload.document();
  }

  boolean isNew() {
    return upload.held().isEmpty();
  }

  /** From now on it counts as sent, with its fate unknown. */
  void wasPerhapsSent() {
    List<Document> held = new ArrayList<>(upload.held());
    held.add(upload.document());
    Claim claim = upload.claim() == Claim.OVERWRITE ? Claim.OVERWRITE : Claim.PERHAPS_HELD;
    upload = new Upload(upload.key(), upload.document(), held, claim);
  }

  /** Its row may hold this document too, by our own hand. */
  void mayHoldToo(Document document) {
    List<Document> held = new ArrayList<>(upload.held());
    held.add(document);
    upload = new Upload(upload.key(), upload.document(), held, upload.claim());
  }

  Landing landing() {
    return landing;
  }

  void land(Landing landing) {
    this.landing = landing;
  }

  void refuse(Reason reason, String column, String message) {
    refuse(new Rejection(Stage.LOAD, reason, column, message));
  }

  void refuse(Rejection rejection) {
    landing = new Landing.Refused(rejection);
  }
}
