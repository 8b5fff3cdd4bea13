package io.rehome.plan;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.jdbc.JdbcUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names a plan's databases that are reached over a network where others may read what travels. */
public final class OpenConnections {
  private OpenConnections() {}

  /** A sentence for each of them. */
  public static List<String> warnings(Plan plan) {
    Map<String, DatabaseAddress> addresses = new LinkedHashMap<>();
    addresses.put("source", plan.source().address());
    addresses.put("target", plan.target().address());
    if (plan.store().place() instanceof StorePlan.Place.Database store) {
      addresses.put("store", store.address());
    }
    return addresses.entrySet().stream()
        .filter(each -> new JdbcUrl(each.getValue().jdbc()).mayBeRead())
        .map(each -> warning(each.getKey(), new JdbcUrl(each.getValue().jdbc())))
        .toList();
  }

  private static String warning(String which, JdbcUrl url) {
    return "%s: what travels to and from %s may be read on the way: add %s to its jdbc"
        .formatted(which, url.server(), url.verification());
  }
}
