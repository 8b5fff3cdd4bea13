package io.rehome.cli;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * The flags that are Beam's or a runner's, as {@code --name=value}: checked one by one, so that all
 * problems are told, and completed with our defaults.
 */
final class BeamFlags {
  private final List<String> flags;
  private final List<String> problems = new ArrayList<>();

  private BeamFlags(List<String> given) {
    this.flags = new ArrayList<>(joined(given));
  }

  /**
   * Checks what is left of a command line when our own options are taken.
   *
   * @param own the names of the command's own options, which a flag may have been meant to be
   */
  static BeamFlags of(List<String> given, Set<String> own) {
    BeamFlags flags = new BeamFlags(given);
    flags.flags.forEach(flag -> flags.check(flag, own));
    if (flags.problems.isEmpty()) {
      flags.validate();
    }
    return flags;
  }

  /** What is wrong, one line each. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** All flags of the run: those given, and our defaults for the others. */
  List<String> complete() {
    return RunnerDefaults.of(flags).complete();
  }

  /** {@code --name value} is taken as {@code --name=value}. */
  private static List<String> joined(List<String> given) {
    List<String> joined = new ArrayList<>();
    for (String word : given) {
      int last = joined.size() - 1;
      boolean completes = !word.startsWith("-") && last >= 0 && isBareFlag(joined.get(last));
      if (completes) {
        joined.set(last, joined.get(last) + "=" + word);
      } else {
        joined.add(word);
      }
    }
    return joined;
  }

  private static boolean isBareFlag(String word) {
    return word.startsWith("--") && !word.contains("=");
  }

  /** Beam's names are looked up where there is a flag to check: that takes half a second. */
  private void check(String flag, Set<String> own) {
    String name = flag.replaceFirst("^--", "").replaceFirst("=.*", "");
    if (flag.startsWith("--") && BeamNames.all().contains(name)) {
      accept(flag, name);
    } else {
      problems.add(UnknownWord.problem(flag, Sets.union(own, BeamNames.all())));
    }
  }

  private void accept(String flag, String name) {
    try {
      PipelineOptionsFactory.fromArgs(flag).create();
    } catch (IllegalArgumentException e) {
      problems.add("--" + name + ": " + String.valueOf(e.getMessage()).strip());
    }
  }

  private void validate() {
    try {
      PipelineOptionsFactory.fromArgs(complete().toArray(String[]::new)).withValidation().create();
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()).strip());
    }
  }
}
