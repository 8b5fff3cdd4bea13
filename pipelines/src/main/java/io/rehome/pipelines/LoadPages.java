package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.Loading;
import io.rehome.model.Passage;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Carries {@link Load} to the workers: the river's mouth. */
final class LoadPages extends PTransform<PCollection<Passage>, PDone> {
  private static final long serialVersionUID = 1;
  private final Workplace workplace;
  private final Stretch stretch;
  private final Pass pass;

  LoadPages(Workplace workplace, Stretch stretch, Pass pass) {
    this.workplace = workplace;
    this.stretch = stretch;
    this.pass = pass;
  }

  @Override
  public PDone expand(PCollection<Passage> pages) {
    pages.apply("Load and keep accounts", ParDo.of(new LoadPage(this)));
    return PDone.in(pages.getPipeline());
  }

  private static final class LoadPage extends DoFn<Passage, Void> {
    private static final long serialVersionUID = 1;
    private final LoadPages step;
    private transient Ledger ledger;
    private transient Loading target;
    private transient Load load;

    @SuppressWarnings("NullAway.Init") // set up on the worker
    LoadPage(LoadPages step) {
      this.step = step;
    }

    @Setup
    public void setUp() {
      Workplace workplace = step.workplace;
      ledger = workplace.store().ledger(workplace.tag());
      target = workplace.target().open(workplace.tag().fence());
      load =
          new Load(
              step.stretch,
              workplace.rules().rules(step.stretch.entity()).shape(),
              step.pass,
              ledger,
              target);
    }

    @ProcessElement
    public void process(@Element Passage page) {
      load.load(page);
      InFlight.of(step.workplace.tag().run()).landed(page.bytes());
    }

    @Teardown
    public void tearDown() {
      ledger.close();
      target.close();
    }
  }
}
