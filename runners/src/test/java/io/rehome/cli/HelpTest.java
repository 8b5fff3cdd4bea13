package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.google.common.base.Splitter;
import io.rehome.pipelines.Exit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class HelpTest {

  @ParameterizedTest
  @MethodSource("commands")
  void showsEveryFlagAndAnExample(String name) {
    Answer answer = Answer.to((name + " --help").strip().split(" "));

    assertThat(answer.exit(), is(Exit.OK));
    assertThat(answer.out(), containsString("Example"));
    for (String flag : flags(name)) {
      assertThat(answer.out(), containsString(flag));
    }
  }

  @Test
  void showsTheDefaultsThatScriptsRelyOn() {
    String help = Answer.to("migrate", "--help").out().replaceAll("\\s+", " ");

    assertThat(help, containsString("Default: NORMAL"));
    assertThat(help, containsString("Default: reports"));
    assertThat(help, containsString("Default: 10m"));
    assertThat(help, containsString("Default: 1%"));
    assertThat(help, containsString("Default: source"));
    assertThat(help, containsString("--runner=DirectRunner"));
  }

  static Stream<String> commands() {
    return Stream.concat(
        Stream.of(""),
        Shell.commands().getSubcommands().entrySet().stream().flatMap(HelpTest::names));
  }

  private static Stream<String> names(Map.Entry<String, CommandLine> command) {
    return Stream.concat(
        Stream.of(command.getKey()),
        command.getValue().getSubcommands().keySet().stream()
            .map(sub -> command.getKey() + " " + sub));
  }

  private static List<String> flags(String name) {
    CommandLine command = Shell.commands();
    for (String word : Splitter.on(" ").split(name)) {
      command = word.isEmpty() ? command : command.getSubcommands().get(word);
    }
    return command.getCommandSpec().options().stream().flatMap(o -> Stream.of(o.names())).toList();
  }
}
