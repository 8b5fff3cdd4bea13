package io.rehome.pipelines;

import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import java.io.Serializable;
import java.util.List;

/**
 * The keys of records that enter the river by name.
 *
 * @param page of the first page that they make; later ones have higher numbers, one for each key at
 *     most
 * @param counted bytes that count as in flight until its records are gathered
 */
record KeySlice(PageId page, List<SourceKey> keys, long counted) implements Serializable {

  KeySlice(PageId page, List<SourceKey> keys) {
    this(page, keys, 0);
  }

  /** The keys from one place up to another. */
  KeySlice part(int from, int to, long counted) {
    return new KeySlice(page(from), List.copyOf(keys.subList(from, to)), counted);
  }

  /** The page that is so many after its first. */
  PageId page(int after) {
    return new PageId(page.entity(), page.range(), page.reading(), page.number() + after);
  }
}
