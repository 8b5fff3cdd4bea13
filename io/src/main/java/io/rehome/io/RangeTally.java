package io.rehome.io;

/**
 * How far an entity's ranges are in a campaign.
 *
 * @param waiting those that were read and wait for their deferred records
 * @param rows what the finished and the waiting ones read
 */
public record RangeTally(String entity, long ranges, long finished, long waiting, long rows) {}
