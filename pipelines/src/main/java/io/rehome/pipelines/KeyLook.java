package io.rehome.pipelines;

import io.rehome.io.HeldKey;
import io.rehome.io.ReadLimits;
import io.rehome.model.DocumentShape;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.Page;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetKey;
import io.rehome.pipelines.KeyDigest.Suspects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A look at all keys of one entity: those of the source, those of its records and those of the
 * target are read once and digested. Those that agree need not be looked at one by one. The
 * target's are read before the records', at the same time as the source's, and their hashes kept as
 * long as they fit: so it is known of a record that its row is not there. One look only, then ask.
 */
final class KeyLook {
  /** Of a row that {@code where} leaves out, and of a record that was skipped. */
  private static final String LEFT_OUT = "!";

  /** Of a record that must be looked at in any case. */
  private static final String OPEN = "?";

  /** So many records are kept of those whose row is not there; the others are looked for again. */
  private static final int MOST_LACKING = 50_000;

  private static final int SHARE_OF_HEAP = 8;

  private final Workplace workplace;
  private final DocumentShape shape;
  private final Function<HeldKey, Optional<Outcome>> counted;
  private final KeyDigest ofSource = new KeyDigest();
  private final KeyDigest ofRecords = new KeyDigest();
  private final KeyDigest ofHoldings = new KeyDigest();
  private final KeyDigest ofTarget = new KeyDigest();
  private final KeyHashes hashes = new KeyHashes(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  private final List<HeldKey> lacking = new ArrayList<>();
  private final CellCounts counts = new CellCounts();

  /**
   * Prepares for one look.
   *
   * @param counted what a record counts as, where its key agrees with the source's
   */
  KeyLook(Workplace workplace, DocumentShape shape, Function<HeldKey, Optional<Outcome>> counted) {
    this.workplace = workplace;
    this.shape = shape;
    this.counted = counted;
  }

  /** Looks; throws what a side throws. */
  KeyLook at(SourceTable narrow, List<KeyRange> ranges, ReadLimits limits, ReadAtOnce atOnce) {
    atOnce.all(
        List.of(
            goesOn -> workplace.source().scan(narrow, ranges, limits, page -> source(page, goesOn)),
            goesOn -> {
              target(goesOn);
              records(narrow.entity(), goesOn);
            }));
    hashes.forget();
    return this;
  }

  private void source(Page page, Runnable goesOn) {
    goesOn.run();
    for (SourceRow row : page.rows()) {
      ofSource.add(row.key().text(), row.chosen() ? "" : LEFT_OUT);
    }
  }

  private void records(String entity, Runnable goesOn) {
    workplace
        .holdings()
        .ofSharers(
            entity,
            key -> {
              goesOn.run();
              ofHoldings.add(key.text(), "");
            });
    workplace
        .holdings()
        .each(
            entity,
            held -> {
              goesOn.run();
              record(held);
            });
  }

  /** The source has no row of one that is gone. */
  private void record(HeldKey held) {
    held.target().ifPresent(key -> holding(held, key));
    if (held.outcome() != Outcome.GONE) {
      ofRecords.add(held.source().text(), note(held.outcome()));
      counted.apply(held).ifPresent(outcome -> counts.add(held.source(), outcome));
    }
  }

  private void holding(HeldKey held, TargetKey key) {
    if (hashes.lacks(key.text()) && lacking.size() < MOST_LACKING) {
      lacking.add(held);
    } else {
      ofHoldings.add(key.text(), "");
    }
  }

  private static String note(Outcome outcome) {
    return switch (outcome) {
      case SKIPPED -> LEFT_OUT;
      case PENDING -> OPEN;
      default -> "";
    };
  }

  private void target(Runnable goesOn) {
    workplace
        .target()
        .reading()
        .keys(
            shape,
            key -> {
              goesOn.run();
              ofTarget.add(key.text(), "");
              hashes.add(key.text());
            });
  }

  /** Records whose row the target does not hold though the store says so. */
  List<HeldKey> lacking() {
    return List.copyOf(lacking);
  }

  /** Where the target holds other keys than the store says, besides those that are lacking. */
  Suspects inTarget() {
    return ofHoldings.against(ofTarget);
  }

  /** Where the source has other keys than the records, or leaves out others, or one is open. */
  Suspects inSource() {
    return ofSource.against(ofRecords);
  }

  CellCounts counts() {
    return counts;
  }
}
