package io.rehome.io;

/**
 * How much is read at once: at most so many rows, and none after those that have so many bytes
 * together; one at least.
 */
public record PageSize(int rows, long bytes) {}
