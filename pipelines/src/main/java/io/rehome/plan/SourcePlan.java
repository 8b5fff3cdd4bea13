package io.rehome.plan;

import io.rehome.io.DatabaseAddress;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where the old platform is.
 *
 * @param connections most connections of each JVM to it, at least {@link
 *     io.rehome.io.Source#FEWEST_CONNECTIONS}
 * @param zoneName the zone of date-times that carry none; empty where the plan names none
 */
public record SourcePlan(DatabaseAddress address, int connections, String zoneName)
    implements Serializable {

  /** The zone of date-times that carry none. */
  public Optional<ZoneId> zone() {
    return zoneName.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zoneName));
  }
}
