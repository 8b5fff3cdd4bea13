package io.rehome.pipelines;

import io.rehome.io.Kept;
import io.rehome.io.Ledger;
import io.rehome.io.PageSize;
import io.rehome.model.DocumentShape;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceTable;
import io.rehome.transforms.EntityRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Maps the kept records of whole spans anew, a page at a time. Not for several threads. */
final class RemapSpan {
  private static final PageSize PAGE = new PageSize(2000, 2 << 20);

  private final SourceTable source;
  private final DocumentShape shape;
  private final Remap remap;

  RemapSpan(EntityRules rules, Stretch stretch, Spelling spelling) {
    this.source = stretch.source();
    this.shape = rules.shape();
    this.remap = new Remap(rules, stretch.innerFields(), spelling);
  }

  /** Hands over what becomes of each record of the span, in the order of their key's text. */
  void each(KeyRange span, Ledger ledger, Consumer<Remapped> each) {
    List<Kept> page = ledger.kept(source, shape, span, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      remap.of(page, ledger).forEach(each);
      SourceKey last = page.get(page.size() - 1).row().key();
      page = ledger.kept(source, shape, span, Optional.of(last), PAGE);
    }
  }
}
