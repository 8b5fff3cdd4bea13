package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.LookupRows;
import io.rehome.io.RunTag;
import io.rehome.io.Store;
import io.rehome.plan.LookupContents;
import java.util.Map;

/** Lookups as the store keeps them: every worker, and every later mode, sees the same content. */
record KeptLookups(Store store, RunTag tag, Map<String, Integer> versions)
    implements LookupContents {
  private static final long serialVersionUID = 1;

  KeptLookups {
    versions = Map.copyOf(versions);
  }

  @Override
  public String version(String lookup) {
    return tag.marketplace() + "/" + lookup + "/" + number(lookup);
  }

  @Override
  public LookupRows read(String lookup) {
    return Patience.of(
        () -> {
          try (Ledger ledger = store.ledger(tag)) {
            return ledger.lookup(lookup, number(lookup));
          }
        });
  }

  private int number(String lookup) {
    Integer version = versions.get(lookup);
    if (version == null) {
      throw new IllegalArgumentException("the plan has no lookup " + lookup);
    }
    return version;
  }
}
