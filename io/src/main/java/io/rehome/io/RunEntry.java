package io.rehome.io;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A run as the store keeps it. */
public record RunEntry(
    String run,
    long campaign,
    String mode,
    String runner,
    int planVersion,
    Instant started,
    Optional<Instant> finished,
    String state,
    OptionalInt exit,
    String host) {}
