package io.rehome.cli;

import com.google.common.base.Suppliers;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** The names of all flags that Beam and the runners on the class path understand. */
final class BeamNames {
  private static final Supplier<Set<String>> ALL = Suppliers.memoize(BeamNames::find);

  private BeamNames() {}

  static Set<String> all() {
    return ALL.get();
  }

  private static Set<String> find() {
    return PipelineOptionsFactory.getRegisteredOptions().stream()
        .flatMap(options -> Stream.of(options.getMethods()))
        .filter(method -> method.getParameterCount() == 0)
        .map(BeamNames::property)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String property(Method getter) {
    String name = getter.getName().replaceFirst("^(get|is)(?=[A-Z])", "");
    return name.equals(getter.getName()) ? "" : Introspector.decapitalize(name);
  }
}
