package io.rehome.io;

import java.time.Instant;

/** One NORMAL migration of a marketplace, from its first run until {@code --restart}. */
public record Campaign(long id, Instant started) {}
