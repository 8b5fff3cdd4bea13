package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.model.SourceKey;
import java.util.Collection;
import java.util.Map;

/** Keeps what is said of the spelling of keys, for runs that do not ask the source. */
final class KeptSpelling implements Spelling {
  private final Spelling asked;
  private final Ledger ledger;

  KeptSpelling(Spelling asked, Ledger ledger) {
    this.asked = asked;
    this.ledger = ledger;
  }

  @Override
  public Map<SourceKey, SourceKey> of(String entity, Collection<SourceKey> keys) {
    Map<SourceKey, SourceKey> spelled = asked.of(entity, keys);
    if (!spelled.isEmpty()) {
      ledger.spelled(entity, spelled);
    }
    return spelled;
  }
}
