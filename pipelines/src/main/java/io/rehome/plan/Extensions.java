package io.rehome.plan;

import io.rehome.model.Check;
import io.rehome.model.Enricher;
import io.rehome.model.Mapper;
import io.rehome.model.Named;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Java classes that plans can use, as the ServiceLoader finds them on this machine. */
final class Extensions {
  private final Map<String, Mapper> mappers = found(Mapper.class);
  private final Map<String, Enricher> enrichers = found(Enricher.class);
  private final Map<String, Check> checks = found(Check.class);

  /** Found when it is first asked for, once per JVM. */
  private static final class Found {
    private static final Extensions ALL = new Extensions();
  }

  private Extensions() {}

  static Extensions all() {
    return Found.ALL;
  }

  Optional<Mapper> mapper(String name) {
    return Optional.ofNullable(mappers.get(name));
  }

  Optional<Enricher> enricher(String name) {
    return Optional.ofNullable(enrichers.get(name));
  }

  Optional<Check> check(String name) {
    return Optional.ofNullable(checks.get(name));
  }

  /** The names that can fill a field. */
  Set<String> fillers() {
    Set<String> names = new TreeSet<>(mappers.keySet());
    names.addAll(enrichers.keySet());
    return names;
  }

  Set<String> checkNames() {
    return checks.keySet();
  }

  private static <T> Map<String, T> found(Class<T> service) {
    Map<String, T> found = new TreeMap<>();
    for (T extension : ServiceLoader.load(service)) {
      Named named = extension.getClass().getAnnotation(Named.class);
      if (named == null) {
        throw new IllegalStateException(extension.getClass().getName() + " has no @Named");
      }
      if (found.putIfAbsent(named.value(), extension) != null) {
        throw new IllegalStateException("two classes are named " + named.value());
      }
    }
    return found;
  }
}
