package io.rehome.pipelines;

import io.rehome.io.ClaimSearch;
import io.rehome.io.Claimant;
import io.rehome.model.KeyRange;
import io.rehome.model.PageId;
import java.util.List;
import java.util.Set;

/** A search that tells its {@link FakeLedger} what was claimed on which page. */
record FakeClaimSearch(FakeLedger ledger) implements ClaimSearch {

  @Override
  public Set<Long> begin() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void note(PageId page, boolean last, List<Claimant> claimants) {
    synchronized (ledger) {
      ledger.journal.add("note page " + page.number() + (last ? ", the last" : ""));
      ledger.claimants.addAll(claimants);
    }
  }

  @Override
  public void close(List<KeyRange> ranges) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean end() {
    throw new UnsupportedOperationException();
  }
}
