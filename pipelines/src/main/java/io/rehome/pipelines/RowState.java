package io.rehome.pipelines;

import io.rehome.model.Fingerprint;
import io.rehome.model.SourceKey;

/**
 * A source row as far as a comparison looks at it.
 *
 * @param chosen whether the entity's {@code where} holds
 */
record RowState(SourceKey key, Fingerprint source, boolean chosen) {}
