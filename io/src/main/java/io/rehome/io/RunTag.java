package io.rehome.io;

import java.io.Serializable;

/**
 * What a run's writes to the store carry.
 *
 * @param run the run's name: unique, and usable as a folder's name
 */
public record RunTag(String marketplace, long campaign, String run, int planVersion, Fence fence)
    implements Serializable {}
