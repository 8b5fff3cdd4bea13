package io.rehome.cli;

import io.rehome.pipelines.Exit;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command whose name is known and whose work is not built: it takes any word and does nothing.
 */
abstract class NotYet implements Action {
  @Spec private CommandSpec spec;

  @Override
  public final List<String> problems(List<String> words, Set<String> own) {
    return List.of();
  }

  @Override
  public final Exit run(Console console) {
    console.err().println(line(spec.qualifiedName(" ").replaceFirst("^rehome ", "")));
    return Exit.PLAN_WRONG;
  }

  /** The one sentence that all of them say. */
  static String line(String what) {
    return "not yet: " + what + " is not built; nothing was done";
  }
}
