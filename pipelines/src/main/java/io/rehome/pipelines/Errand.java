package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.model.PageId;
import java.util.Optional;

/**
 * What records that enter by key come for.
 *
 * @param range what their pages stand for: {@link PageId#BY_KEY} or {@link PageId#SETTLING}
 * @param origin where their rows are taken from
 * @param scan the scan that selected them, and is told of those that the source has no more
 */
record Errand(long range, Origin origin, Pass pass, Optional<Scan> scan) {

  /** They enter as if they were read. */
  static Errand byKey(Origin origin) {
    return new Errand(PageId.BY_KEY, origin, Pass.FIRST, Optional.empty());
  }

  /** They enter as if they were read, since a scan selected them. */
  static Errand selected(Scan scan, Origin origin) {
    return new Errand(PageId.BY_KEY, origin, Pass.FIRST, Optional.of(scan));
  }

  /** They were settled, and come to the target in this pass. */
  static Errand settled(Pass pass) {
    return new Errand(PageId.SETTLING, Origin.STORE, pass, Optional.empty());
  }
}
