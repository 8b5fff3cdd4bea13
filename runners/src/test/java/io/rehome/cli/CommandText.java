package io.rehome.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** A command line as it is written for people: parsed as a shell and Rehome would, never run. */
record CommandText(String text) {
  private static final Pattern COMMENT = Pattern.compile("\\s#.*$");
  private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");

  /** Its words without the program's name, quotes taken off. */
  List<String> words() {
    return WORD.matcher(COMMENT.matcher(text).replaceFirst(""))
        .results()
        .map(word -> word.group().replaceAll("'([^']*)'|\"([^\"]*)\"", "$1$2"))
        .skip(1)
        .toList();
  }

  /** What Rehome would dislike about it before anything runs. */
  List<String> problems() {
    ParseResult parsed = Shell.commands().parseArgs(words().toArray(String[]::new));
    List<CommandLine> path = parsed.asCommandLineList();
    List<String> problems = new ArrayList<>();
    path.forEach(part -> part.getParseResult().errors().forEach(e -> problems.add(e.getMessage())));
    CommandLine last = path.get(path.size() - 1);
    if (last.getCommand() instanceof Action action) {
      problems.addAll(action.problems(last.getParseResult().unmatched(), names(last)));
    } else if (!last.isUsageHelpRequested()) {
      problems.add("no command: " + text);
    }
    return problems;
  }

  /** All commands by their names, {@code "store init"} among them. */
  static Map<String, CommandLine> commands() {
    Map<String, CommandLine> commands = new LinkedHashMap<>();
    add("", Shell.commands(), commands);
    return commands;
  }

  private static void add(String name, CommandLine command, Map<String, CommandLine> commands) {
    commands.put(name.strip(), command);
    command.getSubcommands().forEach((word, sub) -> add(name + " " + word, sub, commands));
  }

  /** The names of a command's options, without hyphens. */
  static Set<String> names(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .map(OptionSpec::names)
        .flatMap(Arrays::stream)
        .map(name -> name.replaceFirst("^-+", ""))
        .collect(Collectors.toUnmodifiableSet());
  }
}
