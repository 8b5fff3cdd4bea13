package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.google.common.base.Splitter;
import com.google.common.collect.Maps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Holds docs/reference/command-line.md to the commands: every flag, its commands, its default. */
final class CommandLineReferenceTest {
  private static final MarkdownPage PAGE =
      MarkdownPage.read(Path.of("../docs/reference/command-line.md"));

  private static final Set<String> NARROWING =
      Set.of("--entities", "--keys", "--reason", "--stage", "--column", "--turn");

  @Test
  void namesEveryFlagOfEachCommandWithItsDefault() {
    assertThat(Maps.difference(documented(), built()).toString(), is("equal"));
  }

  /** The default by command and flag, as the page says. */
  private static Map<String, String> documented() {
    Map<String, String> flags = new TreeMap<>();
    for (List<String> row : PAGE.rows("Flags")) {
      if (row.size() == 4) {
        String flag = plain(row.get(0)).replaceFirst("=.*", "");
        Splitter.on(", ")
            .split(plain(row.get(1)))
            .forEach(command -> flags.put(command + " " + flag, plain(row.get(2))));
      }
    }
    return flags;
  }

  private static String plain(String cell) {
    return cell.replace("`", "");
  }

  private static Map<String, String> built() {
    Map<String, String> flags = new TreeMap<>();
    CommandText.commands()
        .forEach(
            (name, command) ->
                command.getCommandSpec().options().stream()
                    .filter(option -> isOurs(command, option))
                    .forEach(option -> flags.put(name + " " + option.longestName(), left(option))));
    return flags;
  }

  private static boolean isOurs(CommandLine command, OptionSpec option) {
    return command.getCommand() instanceof Action
        && !(command.getCommand() instanceof NotYet)
        && !option.usageHelp()
        && !option.versionHelp();
  }

  private static String left(OptionSpec option) {
    if (option.required()) {
      return "required";
    }
    if (option.defaultValue() != null) {
      return option.defaultValue();
    }
    return NARROWING.contains(option.longestName()) ? "all" : "off";
  }
}
