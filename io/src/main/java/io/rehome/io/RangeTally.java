package io.rehome.io;

/** How far an entity's ranges are in a campaign. {@code rows} counts what finished ranges read. */
public record RangeTally(String entity, long ranges, long finished, long rows) {}
