package io.rehome.pipelines;

import io.rehome.io.Compared;
import io.rehome.io.RangePrints;
import io.rehome.io.Remembered;
import io.rehome.io.Selections;
import io.rehome.model.Fingerprint;
import io.rehome.model.SourceKey;
import java.util.Collection;
import java.util.List;

/**
 * Compares all rows of a key range with the fingerprints of its records, and looks at those records
 * only that no fingerprint settles.
 */
final class ComparePrints {
  private final RangePrints prints;
  private final Records records;

  ComparePrints(RangePrints prints, Records records) {
    this.prints = prints;
    this.records = records;
  }

  /** A comparison that asks the store of the range's records. */
  static ComparePrints of(RangePrints prints, Selections selections) {
    return new ComparePrints(prints, new Kept(prints, selections));
  }

  /** The entity's records, where they are to be looked at. */
  interface Records {
    /** Of the range: those with these fingerprints, and those that no fingerprint tells. */
    List<Remembered> ofRange(Collection<Fingerprint> prints);

    /** Those with these keys, of whatever range. */
    List<Remembered> of(List<SourceKey> keys);
  }

  Compared with(List<RowState> rows) {
    MetPrints met = new MetPrints(prints, rows);
    Compared looked = met.isWhole() ? Compared.NOTHING : look(met);
    return looked.andUnchanged(met.agreeing());
  }

  private Compared look(MetPrints met) {
    return new CompareRange(records.ofRange(met.unmet()), records::of, met::isMet)
        .with(met.differing());
  }

  private record Kept(RangePrints prints, Selections selections) implements Records {
    @Override
    public List<Remembered> ofRange(Collection<Fingerprint> some) {
      return Patience.of(() -> selections.remembered(prints.range(), some));
    }

    @Override
    public List<Remembered> of(List<SourceKey> keys) {
      return Patience.of(() -> selections.remembered(prints.range().entity(), keys));
    }
  }
}
