package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

import io.rehome.plan.PlanReader;
import io.rehome.plan.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the README and the pages of docs/ true, as far as a machine can. */
final class DocsTest {

  static List<MarkdownPage> pages() throws IOException {
    return MarkdownPage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(MarkdownPage page) {
    assertThat(page.links().stream().filter(link -> leadsNowhere(page, link)).toList(), empty());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandLineIsUnderstood(MarkdownPage page) {
    for (String line : page.commandLines()) {
      assertThat(line, new CommandText(line).problems(), empty());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyFlagIsKnown(MarkdownPage page) {
    assertThat(page.flags().stream().filter(flag -> !isKnown(flag)).toList(), empty());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPlanCanBeRead(MarkdownPage page, @TempDir Path dir) throws Exception {
    for (String plan : page.blocks("yaml")) {
      PlanReader.read(Files.writeString(dir.resolve("plan.yaml"), plan), Secrets.AS_WRITTEN);
    }
  }

  @Test
  void theIndexNamesEveryPage() throws IOException {
    Path docs = Path.of("../docs");
    List<String> named = MarkdownPage.read(docs.resolve("README.md")).links();

    List<String> unnamed =
        pages().stream()
            .map(page -> docs.relativize(page.file()).toString())
            .filter(page -> !page.equals("README.md") && !named.contains(page))
            .toList();

    assertThat("pages without a line in docs/README.md", unnamed, empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a](absent.md)", "[a](README.md#no-such-heading)", "![a](absent.svg)"})
  void noticesALinkThatLeadsNowhere(String text) {
    MarkdownPage page = MarkdownPage.of(Path.of("../docs/planted.md"), List.of(text));

    assertThat(
        page.links().stream().filter(link -> leadsNowhere(page, link)).toList(), not(empty()));
  }

  @Test
  void noticesWhatTheCommandLineDoesNotKnow() {
    MarkdownPage page =
        MarkdownPage.of(
            Path.of("planted.md"),
            List.of(
                "Say `--paralel=2`.", "```sh", "$ ./rehome migrate --plan=a.yaml --mod=x", "```"));

    assertThat(
        page.flags().stream().filter(flag -> !isKnown(flag)).toList(), contains("--paralel=2"));
    assertThat(
        new CommandText(page.commandLines().get(0)).problems().get(0),
        containsString("unknown flag --mod"));
  }

  @Test
  void readsACommandLineAsAShellDoes() {
    CommandText line =
        new CommandText(
            "rehome map 'favourites/[\"3\",\"9\"]' --plan=\"my plan.yaml\"   # one of them");

    assertThat(line.words(), contains("map", "favourites/[\"3\",\"9\"]", "--plan=my plan.yaml"));
  }

  private static boolean leadsNowhere(MarkdownPage page, String link) {
    String file = link.replaceFirst("#.*", "");
    Path target = file.isEmpty() ? page.file() : page.file().resolveSibling(file);
    if (!Files.exists(target)) {
      return true;
    }
    return link.contains("#")
        && !MarkdownPage.read(target).anchors().contains(link.replaceFirst(".*#", ""));
  }

  private static boolean isKnown(String flag) {
    String name = flag.replaceFirst("^--", "").replaceFirst("=.*", "");
    return BeamNames.all().contains(name)
        || CommandText.commands().values().stream()
            .anyMatch(command -> CommandText.names(command).contains(name));
  }
}
