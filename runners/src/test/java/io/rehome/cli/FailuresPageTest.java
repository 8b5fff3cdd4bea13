package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of docs/how-to/failures.md, and holds what they answer to the page; with {@code
 * -Drehome.regenerate=true} writes it there.
 */
final class FailuresPageTest {
  private static final Path PAGE = Path.of("../docs/how-to/failures.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)(?<=```console\n).*?(?=```)");

  @TempDir private Path folder;

  @Test
  void everyCommandAnswersAsThePageSays() throws Exception {
    Corner corner = Corner.open(folder);
    corner.migrate();
    String page = Files.readString(PAGE);
    String written =
        BLOCK
            .matcher(page)
            .replaceAll(block -> Matcher.quoteReplacement(answered(block.group(), corner)));
    if (Boolean.getBoolean("rehome.regenerate")) {
      Files.writeString(PAGE, written);
    } else {
      assertThat(plain(written).lines().toList(), is(plain(page).lines().toList()));
    }
  }

  /** The block as it would be with what its commands answer now. */
  private String answered(String block, Corner corner) {
    List<String> lines = new ArrayList<>();
    for (String line : block.lines().filter(one -> one.startsWith("$ ")).toList()) {
      lines.add(line);
      List<String> words = new ArrayList<>(new CommandText(line.substring(2)).words());
      words.replaceAll(word -> word.replace("pets.yaml", corner.plan().toString()));
      boolean runs = words.contains("migrate");
      if (runs) {
        words.add("--reports=" + folder.resolve("reports"));
      }
      List<String> told =
          Answer.to(words.toArray(String[]::new))
              .out()
              .replace(corner.plan().toString(), "pets.yaml")
              .lines()
              .toList();
      lines.addAll(runs ? books(told) : told);
    }
    return String.join("\n", lines) + "\n";
  }

  /** The books of what a run tells. */
  private static List<String> books(List<String> told) {
    List<String> lines = new ArrayList<>(List.of("…"));
    told.stream()
        .dropWhile(line -> !line.startsWith("entity "))
        .takeWhile(line -> !line.isEmpty())
        .forEach(lines::add);
    lines.add("…");
    return lines;
  }

  /** Times, runs, durations and the widths that follow from them aside. */
  private static String plain(String text) {
    return text.replaceAll("\\d+ \\w{3} 20\\d\\d, [\\d:]{8} UTC", "TIME")
        .replaceAll("corner-\\d+-\\d+-[a-z-]+-\\w{4}", "RUN")
        .replaceAll("\\d+\\.\\d+ +[\\d,–]+", "SPEED")
        .replaceAll(", \\d+\\.\\d s|, \\d+ s", "")
        .replaceAll(" +", " ")
        .replaceAll("─+", "─");
  }
}
