package io.rehome.io;

import io.rehome.model.Outcome;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetKey;
import java.util.Optional;

/** A record's keys: in the source and, where the target acknowledged it, in the target. */
public record HeldKey(SourceKey source, Optional<TargetKey> target, Outcome outcome) {}
