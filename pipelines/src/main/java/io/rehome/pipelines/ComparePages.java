package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.PageFindings;
import io.rehome.io.Scan;
import io.rehome.io.Verifications;
import io.rehome.model.Passage;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Carries {@link CompareWithTarget} to the workers, and keeps what it finds in each page. */
final class ComparePages extends PTransform<PCollection<Passage>, PDone> {
  private static final long serialVersionUID = 1;
  private final Workplace workplace;
  private final String entity;
  private final Scan scan;

  ComparePages(Workplace workplace, String entity, Scan scan) {
    this.workplace = workplace;
    this.entity = entity;
    this.scan = scan;
  }

  @Override
  public PDone expand(PCollection<Passage> pages) {
    pages.apply("Compare with what the target holds", ParDo.of(new ComparePage(this)));
    return PDone.in(pages.getPipeline());
  }

  private static final class ComparePage extends DoFn<Passage, Void> {
    private static final long serialVersionUID = 1;
    private final ComparePages step;
    private transient CompareWithTarget compare;
    private transient Ledger ledger;
    private transient Verifications verifications;

    @SuppressWarnings("NullAway.Init") // set up on the worker
    ComparePage(ComparePages step) {
      this.step = step;
    }

    @Setup
    public void setUp() {
      compare = new CompareWithTarget(step.workplace, step.entity);
      ledger = step.workplace.store().ledger(step.workplace.tag());
      verifications = step.workplace.verifications();
    }

    @ProcessElement
    public void process(@Element Passage page) {
      PageFindings findings = Patience.of(() -> compare.findings(page, ledger));
      Patience.with(() -> verifications.found(step.scan, page.id(), page.end(), findings));
      InFlight.of(step.workplace.tag().run()).landed(page.bytes());
    }

    @Teardown
    public void tearDown() {
      ledger.close();
    }
  }
}
