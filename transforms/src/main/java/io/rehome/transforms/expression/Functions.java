package io.rehome.transforms.expression;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All functions of the language. */
public final class Functions {
  private static final Map<String, List<NamedFunction>> FAMILIES = families();
  private static final Map<String, NamedFunction> BY_NAME = byName();

  private Functions() {}

  /** The functions by the family that documentation shows them under. */
  public static Map<String, List<NamedFunction>> byFamily() {
    return FAMILIES;
  }

  /** The names of all functions. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The function of this name. */
  public static Optional<NamedFunction> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, List<NamedFunction>> families() {
    Map<String, List<NamedFunction>> families = new LinkedHashMap<>();
    families.put("Text", TextFunctions.ALL);
    families.put("Choice", ChoiceFunctions.ALL);
    families.put("Numbers", NumberFunctions.ALL);
    families.put("Dates and times", TimeFunctions.ALL);
    families.put("Digests and ids", DigestFunctions.ALL);
    families.put("Repairs", RepairFunctions.ALL);
    families.put("Columns and lookups", SpecialForms.ALL);
    return families;
  }

  private static Map<String, NamedFunction> byName() {
    Map<String, NamedFunction> functions = new LinkedHashMap<>();
    all().forEach(function -> functions.put(function.name(), function));
    return functions;
  }

  private static Stream<NamedFunction> all() {
    return FAMILIES.values().stream().flatMap(Collection::stream);
  }
}
