package io.rehome.pipelines;

import io.rehome.io.RangePrints;
import io.rehome.model.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/**
 * How far all rows of a key range agree with its records by their fingerprints alone. A fingerprint
 * is over the key too: a row and a record that have the same one have the same key.
 */
final class MetPrints {
  private final PrintSet chosen;
  private final PrintSet excluded;
  private final List<RowState> differing = new ArrayList<>();
  private final long others;
  private final long agreeing;

  MetPrints(RangePrints prints, List<RowState> rows) {
    this.chosen = new PrintSet(prints.chosen());
    this.excluded = new PrintSet(prints.excluded());
    this.others = prints.others();
    rows.stream().filter(row -> !agrees(row)).forEach(differing::add);
    this.agreeing = (long) rows.size() - differing.size();
  }

  private boolean agrees(RowState row) {
    return (row.chosen() ? chosen : excluded).meet(row.source());
  }

  /** How many rows are as their records say. */
  long agreeing() {
    return agreeing;
  }

  /** The other rows: they are new or changed, or their records are to be looked at. */
  List<RowState> differing() {
    return differing;
  }

  /** Whether a record with this fingerprint agrees with some row. */
  boolean isMet(Fingerprint source) {
    return chosen.isMet(source) || excluded.isMet(source);
  }

  /** The fingerprints of records with which no row agrees. */
  List<Fingerprint> unmet() {
    List<Fingerprint> unmet = new ArrayList<>(chosen.unmet());
    unmet.addAll(excluded.unmet());
    return unmet;
  }

  /** Whether nothing is left to look at. */
  boolean isWhole() {
    return others == 0 && differing.isEmpty() && unmet().isEmpty();
  }
}
