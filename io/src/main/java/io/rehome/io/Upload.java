package io.rehome.io;

import io.rehome.model.Document;
import io.rehome.model.TargetKey;
import java.util.List;

/**
 * A document to be written.
 *
 * @param held the documents that the target's row of this key may hold by our own hand. Empty: it
 *     was never sent, and a row of this key is somebody else's (TARGET_KEY_TAKEN). Else the row is
 *     written only where it equals one of them (TARGET_CHANGED)
 * @param claim what to do where {@code held} and the target disagree
 */
public record Upload(TargetKey key, Document document, List<Document> held, Claim claim) {

  /** Whose word counts where the target's row is not what we know. */
  public enum Claim {
    /** It must be absent or as held; a row we confirmed may not have vanished. */
    AS_CONFIRMED,
    /** It must be absent or as held: its fate was unknown. */
    PERHAPS_HELD,
    /** The entity says {@code overwrite}: whatever stands there of our key is replaced. */
    OVERWRITE
  }

  public Upload {
    held = List.copyOf(held);
  }
}
