package io.rehome.io;

/** How large a key range may be: about so many rows and, by the table's statistics, bytes. */
public record RangeSize(long rows, long bytes) {}
