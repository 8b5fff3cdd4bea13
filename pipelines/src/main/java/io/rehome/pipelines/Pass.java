package io.rehome.pipelines;

import io.rehome.model.Document;
import java.util.List;

/** The passes in which the records of an entity come to the target. */
enum Pass {
  /** Records as read. Those that others must decide are deferred. */
  FIRST,
  /** Settled records, without the references that are linked afterwards. Nothing is confirmed. */
  PLACE {
    @Override
    Document written(Document whole, LateReferences late) {
      return late.without(whole);
    }
  },
  /** Settled records as a whole. */
  LINK;

  /** Whether a record may have to wait for the others of its entity. */
  boolean defers() {
    return this == FIRST;
  }

  /** Whether what landed is loaded. */
  boolean confirms() {
    return this != PLACE;
  }

  /** What is written of a whole document. */
  Document written(Document whole, LateReferences late) {
    return whole;
  }

  /** What the target may hold where it may hold these, after a crash in any pass. */
  List<Document> held(Document whole, List<Document> before, LateReferences late) {
    return before.isEmpty() || defers() || late.isEmpty()
        ? before
        : late.withAndWithout(whole, before);
  }
}
