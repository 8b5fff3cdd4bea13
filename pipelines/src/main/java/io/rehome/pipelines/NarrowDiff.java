package io.rehome.pipelines;

import io.rehome.io.Changes;
import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.SourceTable;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A DIFF's look at an entity whose plan names a column that tells changes: since the last pass that
 * came to its end under the same rules, or at every row where there is none, or where the user does
 * not trust the column. What is gone has no row that tells: only a look at every row finds it.
 */
final class NarrowDiff {
  private final Parts parts;
  private final Scan scan;

  NarrowDiff(Parts parts, Scan scan) {
    this.parts = parts;
    this.scan = scan;
  }

  /** Looks, where less than every row is to be looked at; else false, and every row is. */
  boolean look(Stretch stretch) {
    String column = parts.plan().entity(stretch.entity()).plan().changed();
    if (column.isEmpty()) {
      return false;
    }
    Optional<Changes> changes = changes(stretch, column);
    Optional<String> mark = changes.flatMap(some -> begin(stretch, some));
    tell(stretch, column, mark);
    mark.ifPresent(
        since -> new CompareByKey(parts, scan).since(stretch, changes.orElseThrow(), since));
    return mark.isPresent();
  }

  private Optional<Changes> changes(Stretch stretch, String column) {
    boolean tells =
        stretch.source().from() instanceof SourceTable.From.Table && !stretch.source().isKeyless();
    return tells
        ? Optional.of(parts.workplace().source().changes(stretch.source(), column))
        : Optional.empty();
  }

  /** Where this pass begins; where the next one may is noted before anything is read. */
  private Optional<String> begin(Stretch stretch, Changes changes) {
    String entity = stretch.entity();
    Optional<String> next = parts.rounds().ask(changes::mark);
    next.ifPresent(
        mark -> parts.rounds().step(() -> selections().mark(scan, entity, rules(), mark)));
    return parts.request().choice().width() == Choice.Width.FULL
        ? Optional.empty()
        : parts.rounds().ask(() -> selections().lastMark(scan, entity, rules()));
  }

  private void tell(Stretch stretch, String column, Optional<String> mark) {
    String told =
        mark.isPresent()
            ? "%s: only rows whose %s is NULL or not before %s were looked at; what is gone, and what"
                + " changed unnoticed by it, --full finds"
            : "%s: every row was looked at, whatever %s tells";
    parts.remarks().add(told.formatted(stretch.entity(), column, mark.orElse("")));
  }

  private String rules() {
    return parts.version().plan() + " " + new TreeMap<>(parts.version().lookups());
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
