package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.model.Passage;
import java.util.Set;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Carries {@link Sift} to the workers. */
final class SiftPages extends PTransform<PCollection<Passage>, PCollection<Passage>> {
  private static final long serialVersionUID = 1;
  private final Workplace workplace;
  private final Stretch stretch;
  private final Pass pass;

  SiftPages(Workplace workplace, Stretch stretch, Pass pass) {
    this.workplace = workplace;
    this.stretch = stretch;
    this.pass = pass;
  }

  @Override
  public PCollection<Passage> expand(PCollection<Passage> pages) {
    return pages
        .apply("Find parents, keep what is new or changed", ParDo.of(new SiftPage(this)))
        .setCoder(SerializableCoder.of(Passage.class));
  }

  private static final class SiftPage extends DoFn<Passage, Passage> {
    private static final long serialVersionUID = 1;
    private final SiftPages step;
    private transient Sift sift;
    private transient Ledger ledger;

    @SuppressWarnings("NullAway.Init") // set up on the worker
    SiftPage(SiftPages step) {
      this.step = step;
    }

    @Setup
    public void setUp() {
      Set<String> inner = step.stretch.innerFields();
      Workplace workplace = step.workplace;
      ledger = workplace.store().ledger(workplace.tag());
      sift =
          new Sift(
              workplace.rules().rules(step.stretch.entity()),
              inner,
              step.pass,
              workplace.spelling(ledger));
    }

    @ProcessElement
    public void process(@Element Passage page, OutputReceiver<Passage> pages) {
      pages.output(Patience.of(() -> sift.sift(page, ledger)));
    }

    @Teardown
    public void tearDown() {
      ledger.close();
    }
  }
}
