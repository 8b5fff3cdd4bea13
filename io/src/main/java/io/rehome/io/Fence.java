package io.rehome.io;

import java.io.Serializable;

/** The token that a run's writes carry; a later run's token is higher, and voids it. */
public record Fence(String marketplace, long token) implements Serializable {}
