package io.rehome.pipelines;

import io.rehome.model.Document;
import java.util.List;

/** The passes in which the records of an entity come to the target. */
enum Pass {
  /** Records as read. Those that others must decide are deferred. */
  FIRST,
  /** Settled records of a cycle, without the references that are linked afterwards. */
  PLACE {
    @Override
    Document written(Document whole, LateReferences late) {
      return late.without(whole);
    }
  },
  /** Settled records of a cycle as a whole. They are confirmed when all of them are linked. */
  LINK,
  /** Settled records that reference none of their own entity. */
  WHOLE;

  /** Whether a record may have to wait for the others of its entity. */
  boolean defers() {
    return this == FIRST;
  }

  /** Whether what landed is loaded, whatever becomes of others. */
  boolean confirms() {
    return this == FIRST || this == WHOLE;
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
