package io.rehome.cli;

import io.rehome.pipelines.Exit;
import io.rehome.plan.Hints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Runs one command line: tells all problems of its options at once, else does what the command
 * says. Always ends with an exit code.
 */
final class Shell {
  private final Console console;

  Shell(Console console) {
    this.console = console;
  }

  /** Runs it; throws nothing. */
  Exit run(String... args) {
    CommandLine line = commands();
    line.setOut(console.out());
    line.setErr(console.err());
    ParseResult parsed = line.parseArgs(args);
    @Nullable Integer help = CommandLine.executeHelpRequest(parsed);
    Exit exit = help == null ? run(parsed) : Exit.OK;
    console.out().flush();
    console.err().flush();
    return exit;
  }

  /** All commands, as picocli knows them. */
  static CommandLine commands() {
    CommandLine line = new CommandLine(new Rehome());
    line.setUnmatchedArgumentsAllowed(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    collectErrors(line);
    return line;
  }

  private static void collectErrors(CommandLine line) {
    line.getCommandSpec().parser().collectErrors(true);
    line.getSubcommands().values().forEach(Shell::collectErrors);
  }

  private Exit run(ParseResult parsed) {
    List<ParseResult> path = path(parsed);
    ParseResult last = path.get(path.size() - 1);
    List<String> problems = new ArrayList<>();
    path.forEach(part -> part.errors().forEach(error -> problems.add(error.getMessage())));
    CommandLine command = last.commandSpec().commandLine();
    if (!(command.getCommand() instanceof Action action)) {
      return withoutCommand(last, problems);
    }
    problems.addAll(action.problems(last.unmatched(), own(command)));
    return problems.isEmpty() ? run(action) : refused(problems, command);
  }

  private Exit run(Action action) {
    try {
      return action.run(console);
    } catch (Exception | LinkageError e) {
      return Failure.of(e, action).tell(console, action);
    }
  }

  private Exit refused(List<String> problems, CommandLine command) {
    problems.stream().distinct().forEach(console.err()::println);
    console.err().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return Exit.PLAN_WRONG;
  }

  private Exit withoutCommand(ParseResult last, List<String> problems) {
    CommandLine command = last.commandSpec().commandLine();
    Set<String> names = command.getSubcommands().keySet();
    last.unmatched().stream().limit(1).map(word -> unknown(word, names)).forEach(problems::add);
    if (problems.isEmpty()) {
      problems.add("missing command: " + String.join(", ", names));
    }
    return refused(problems, command);
  }

  private static String unknown(String word, Set<String> names) {
    return "unknown command: "
        + word
        + Hints.meant(word, names).map(near -> " (did you mean " + near + "?)").orElse("");
  }

  private static List<ParseResult> path(ParseResult parsed) {
    List<ParseResult> path = new ArrayList<>(List.of(parsed));
    while (path.get(path.size() - 1).hasSubcommand()) {
      path.add(path.get(path.size() - 1).subcommand());
    }
    return path;
  }

  private static Set<String> own(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .map(OptionSpec::names)
        .flatMap(Arrays::stream)
        .map(name -> name.replaceFirst("^-+", ""))
        .collect(Collectors.toUnmodifiableSet());
  }
}
