package io.rehome.pipelines;

import io.rehome.io.ClaimSearch;
import io.rehome.io.Holdings;
import io.rehome.io.Ledger;
import io.rehome.io.RunTag;
import io.rehome.io.Selections;
import io.rehome.io.Source;
import io.rehome.io.Store;
import io.rehome.io.Target;
import io.rehome.io.Verifications;
import io.rehome.model.SourceTable;
import io.rehome.transforms.RulesFactory;
import java.io.Serializable;

/**
 * All that a worker needs, as handles that travel with the job and hold no secret. It travels as
 * {@link PackedWorkplace}: a runner unpacks a step more often than one would think.
 */
record Workplace(Source source, Store store, Target target, RunTag tag, RulesFactory rules)
    implements Serializable {

  private Object writeReplace() {
    return PackedWorkplace.of(this);
  }

  /** What the run's mode selects. */
  Selections selections() {
    return store.selections(tag);
  }

  /** The search for records of this entity that claim the same unique value. */
  ClaimSearch claimSearch(SourceTable entity) {
    return store.claimSearch(tag, entity);
  }

  /** What comparisons with the target find. */
  Verifications verifications() {
    return store.verifications(tag);
  }

  /** What the store says that the target holds. */
  Holdings holdings() {
    return store.holdings(tag.marketplace());
  }

  /** How the source spells keys, which is kept; for one thread. */
  Spelling spelling(Ledger ledger) {
    return new KeptSpelling(new SourceSpelling(source, rules), ledger);
  }
}
