package io.rehome.transforms.expression;

import io.rehome.model.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record and its surroundings, as tests give them. */
final class GivenRecord implements Fields, Surroundings {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, LookupTable> lookups = new HashMap<>();
  final List<String> used = new ArrayList<>();

  GivenRecord with(String column, Object value) {
    values.put(column, value);
    return this;
  }

  GivenRecord lookup(String name, String key, List<Map<String, Object>> rows) {
    lookups.put(name, LookupTable.of(name, key, rows));
    return this;
  }

  Object evaluate(String expression) throws Exception {
    return Expression.parse(expression).evaluate(this, this);
  }

  @Override
  public Object value(String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException("no column " + name);
    }
    return values.get(name);
  }

  @Override
  public void used(String rule) {
    used.add(rule);
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public LookupTable lookup(String name) {
    return lookups.get(name);
  }
}
