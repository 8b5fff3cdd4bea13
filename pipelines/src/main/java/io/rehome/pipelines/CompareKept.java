package io.rehome.pipelines;

import io.rehome.io.Compared;
import io.rehome.io.Ledger;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.KeyRange;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Carries {@link RemapSpan} to the workers: what differs from what the target confirmed is
 * selected, a span at a time. No record travels.
 */
final class CompareKept extends PTransform<PCollection<KeyRange>, PDone> {
  private static final long serialVersionUID = 1;
  private final Workplace workplace;
  private final Stretch stretch;
  private final Scan scan;
  private final Accounting accounting;

  CompareKept(Workplace workplace, Stretch stretch, Scan scan, Accounting accounting) {
    this.workplace = workplace;
    this.stretch = stretch;
    this.scan = scan;
    this.accounting = accounting;
  }

  /** Whether the records that are looked at stand in the run's books for that. */
  enum Accounting {
    READ {
      @Override
      void keep(Selections selections, Scan scan, KeyRange span, Compared found) {
        selections.compared(scan, span, found);
      }
    },
    /** They do already: another comparison of the scan read them. */
    READ_BEFORE {
      @Override
      void keep(Selections selections, Scan scan, KeyRange span, Compared found) {
        selections.select(scan, span.entity(), found.entering());
      }
    };

    abstract void keep(Selections selections, Scan scan, KeyRange span, Compared found);
  }

  @Override
  public PDone expand(PCollection<KeyRange> spans) {
    spans.apply("Map anew, select what differs", ParDo.of(new CompareSpan(this)));
    return PDone.in(spans.getPipeline());
  }

  private static final class CompareSpan extends DoFn<KeyRange, Void> {
    private static final long serialVersionUID = 1;
    private final CompareKept step;
    private transient Ledger ledger;
    private transient RemapSpan remap;

    @SuppressWarnings("NullAway.Init") // set up on the worker
    CompareSpan(CompareKept step) {
      this.step = step;
    }

    @Setup
    public void setUp() {
      Workplace workplace = step.workplace;
      ledger = workplace.store().ledger(workplace.tag());
      remap =
          new RemapSpan(
              workplace.rules().rules(step.stretch.entity()),
              step.stretch,
              workplace.spelling(ledger));
    }

    @ProcessElement
    public void process(@Element KeyRange span) {
      Compared found = Patience.of(() -> compared(span));
      Selections selections = step.workplace.selections();
      Patience.with(() -> step.accounting.keep(selections, step.scan, span, found));
    }

    private Compared compared(KeyRange span) {
      RemapTally tally = new RemapTally();
      remap.each(span, ledger, tally::add);
      return tally.compared();
    }

    @Teardown
    public void tearDown() {
      ledger.close();
    }
  }
}
