package io.rehome.pipelines;

import java.util.Map;

/**
 * What a run maps by, told by versions: equal ones give equal documents of equal rows.
 *
 * @param lookups the version of each lookup by its name
 */
record RulesVersion(int plan, int corrections, Map<String, Integer> lookups) {
  RulesVersion {
    lookups = Map.copyOf(lookups);
  }
}
