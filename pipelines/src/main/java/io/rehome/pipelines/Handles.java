package io.rehome.pipelines;

import io.rehome.io.Source;
import io.rehome.io.Store;
import io.rehome.io.Target;

/** The three databases of a migration, as handles: nothing is connected yet. */
public record Handles(Source source, Target target, Store store) {}
