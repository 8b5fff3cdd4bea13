package io.rehome.io;

/**
 * How many records of an entity seem gone.
 *
 * @param leaving those of them that the target holds, or may hold
 * @param present all records that it holds
 */
public record Leaving(long leaving, long present) {}
