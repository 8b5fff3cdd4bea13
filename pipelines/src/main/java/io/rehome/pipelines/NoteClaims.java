package io.rehome.pipelines;

import io.rehome.io.ClaimSearch;
import io.rehome.io.Claimant;
import io.rehome.model.Page;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.DoFn;

/** Notes in the store which unique values the rows of pages claim. */
final class NoteClaims extends DoFn<Page, Void> {
  private static final long serialVersionUID = 1;
  private final Workplace workplace;
  private final SourceTable narrow;
  private transient UniqueValues values;
  private transient ClaimSearch search;

  /**
   * Notes the claims of one entity.
   *
   * @param narrow the entity's source with the columns that its unique fields read
   */
  @SuppressWarnings("NullAway.Init") // set up on the worker
  NoteClaims(Workplace workplace, SourceTable narrow) {
    this.workplace = workplace;
    this.narrow = narrow;
  }

  @Setup
  public void setUp() {
    values = new UniqueValues(workplace.rules().rules(narrow.entity()), narrow);
    search = workplace.claimSearch(narrow);
  }

  @ProcessElement
  public void process(@Element Page page) {
    List<Claimant> claimants = page.rows().stream().flatMap(this::claimants).toList();
    boolean last = !(page.end() instanceof Page.End.More);
    Patience.with(() -> search.note(page.id(), last, claimants));
    InFlight.of(workplace.tag().run()).landed(page.bytes());
  }

  private Stream<Claimant> claimants(SourceRow row) {
    return values.of(row).stream()
        .map(claim -> new Claimant(row.key(), claim.field(), claim.value()));
  }
}
