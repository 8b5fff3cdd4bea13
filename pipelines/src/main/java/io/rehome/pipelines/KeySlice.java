package io.rehome.pipelines;

import io.rehome.model.PageId;
import io.rehome.model.SourceKey;
import java.io.Serializable;
import java.util.List;

/** The keys of records that enter the river by name, as one page. */
record KeySlice(PageId page, List<SourceKey> keys) implements Serializable {}
