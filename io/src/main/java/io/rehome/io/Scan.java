package io.rehome.io;

import java.io.Serializable;
import java.time.Instant;

/**
 * A mode's pass over what it was asked for, kept in the store until it is done: a run that stopped
 * is continued by the same command.
 */
public record Scan(long id, Instant started) implements Serializable {}
