package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import java.util.List;

/** Where a record's row is taken from. */
public enum Origin {
  SOURCE("the source") {
    @Override
    List<SourceRow> rows(
        Workplace workplace, Ledger ledger, Stretch stretch, List<SourceKey> keys) {
      return workplace.source().fetch(stretch.source(), keys);
    }

    /** How large a source's rows are shows when they come. */
    @Override
    int fitting(Ledger ledger, Stretch stretch, List<SourceKey> keys, long bytes) {
      return keys.size();
    }
  },
  STORE("the store") {
    @Override
    List<SourceRow> rows(
        Workplace workplace, Ledger ledger, Stretch stretch, List<SourceKey> keys) {
      return ledger.kept(stretch.source(), keys);
    }

    @Override
    int fitting(Ledger ledger, Stretch stretch, List<SourceKey> keys, long bytes) {
      return ledger.fitting(stretch.entity(), keys, bytes);
    }
  };

  private final String spoken;

  Origin(String spoken) {
    this.spoken = spoken;
  }

  /** As it stands in a step's name. */
  String spoken() {
    return spoken;
  }

  abstract List<SourceRow> rows(
      Workplace workplace, Ledger ledger, Stretch stretch, List<SourceKey> keys);

  /** Of how many keys, from the first on, the rows have about so many bytes together. */
  abstract int fitting(Ledger ledger, Stretch stretch, List<SourceKey> keys, long bytes);
}
