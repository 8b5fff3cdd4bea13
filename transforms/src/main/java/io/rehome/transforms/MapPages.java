package io.rehome.transforms;

import io.rehome.model.Candidate;
import io.rehome.model.Page;
import io.rehome.model.Passage;
import io.rehome.model.SourceRow;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Takes each row of each page through its entity's rules: map, enrich, check. Gives one passage for
 * each page, one candidate for each row.
 */
public final class MapPages extends PTransform<PCollection<Page>, PCollection<Passage>> {
  private static final long serialVersionUID = 1;
  private final String entity;
  private final RulesFactory factory;

  private MapPages(String entity, RulesFactory factory) {
    this.entity = entity;
    this.factory = factory;
  }

  /** Maps pages of this entity by the rules that the factory compiles on the worker. */
  public static MapPages of(String entity, RulesFactory factory) {
    return new MapPages(entity, factory);
  }

  /** Takes one page through the rules. */
  public static Passage map(Page page, MapRecord mapping) {
    RuleCounts counts = new RuleCounts();
    List<Candidate> candidates = new ArrayList<>(page.rows().size());
    for (SourceRow row : page.rows()) {
      candidates.add(mapping.map(row, counts));
    }
    return new Passage(
        page.id(), page.end(), page.rows().size(), page.keySum(), candidates, counts.uses());
  }

  @Override
  public PCollection<Passage> expand(PCollection<Page> pages) {
    return pages
        .apply("Map, enrich and check", ParDo.of(new MapPage(entity, factory)))
        .setCoder(SerializableCoder.of(Passage.class));
  }

  private static final class MapPage extends DoFn<Page, Passage> {
    private static final long serialVersionUID = 1;
    private final String entity;
    private final RulesFactory factory;
    private transient MapRecord mapping;

    @SuppressWarnings("NullAway.Init") // set up on the worker
    MapPage(String entity, RulesFactory factory) {
      this.entity = entity;
      this.factory = factory;
    }

    @Setup
    public void setUp() {
      mapping = new MapRecord(factory.rules(entity));
    }

    @ProcessElement
    public void process(@Element Page page, OutputReceiver<Passage> passages) {
      passages.output(map(page, mapping));
    }
  }
}
