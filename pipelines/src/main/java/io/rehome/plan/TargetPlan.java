package io.rehome.plan;

import io.rehome.io.DatabaseAddress;
import java.io.Serializable;

/** Where the new home is. */
public record TargetPlan(DatabaseAddress address) implements Serializable {}
