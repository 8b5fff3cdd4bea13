package io.rehome.io;

/**
 * Rejected records of one kind, and what mending all of them would release.
 *
 * @param children other rejected records that wait, at any depth, for records of this kind and for
 *     nothing else
 */
public record Remedy(RejectionGroup group, long children) {}
