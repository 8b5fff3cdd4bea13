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
  },
  STORE("the store") {
    @Override
    List<SourceRow> rows(
        Workplace workplace, Ledger ledger, Stretch stretch, List<SourceKey> keys) {
      return ledger.kept(stretch.source(), keys);
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
}
