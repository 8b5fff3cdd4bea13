package io.rehome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, as far as tests look at it. */
record MarkdownPage(Path file, List<Part> parts) {
  private static final String PROSE = "prose";
  private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern COMMAND = Pattern.compile("^(?:\\$ )?(?:\\./)?(rehome\\s.*)$");

  /** Lines that belong together: prose, or a block of code in some language. */
  private record Part(String language, List<String> lines) {}

  static MarkdownPage of(Path file, List<String> lines) {
    List<Part> parts = new ArrayList<>(List.of(new Part(PROSE, new ArrayList<>())));
    for (String line : lines) {
      Part last = parts.get(parts.size() - 1);
      if (line.startsWith("```")) {
        String language = last.language().equals(PROSE) ? line.substring(3) : PROSE;
        parts.add(new Part(language, new ArrayList<>()));
      } else {
        last.lines().add(line);
      }
    }
    return new MarkdownPage(file, parts);
  }

  static MarkdownPage read(Path file) {
    try {
      return of(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The README and all pages below docs/. */
  static List<MarkdownPage> all() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("../docs"))) {
      Stream<Path> pages = docs.filter(file -> file.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of(Path.of("../README.md")), pages)
          .map(MarkdownPage::read)
          .toList();
    }
  }

  /** The blocks of code in this language. */
  List<String> blocks(String language) {
    return parts.stream()
        .filter(part -> part.language().equals(language))
        .map(part -> String.join("\n", part.lines()))
        .toList();
  }

  /** What its links lead to, but for other sites. */
  List<String> links() {
    return prose()
        .flatMap(line -> found(LINK, CODE.matcher(line).replaceAll("")))
        .filter(link -> !link.matches("https?:.*"))
        .toList();
  }

  /** The names by which a forge links its headings. */
  List<String> anchors() {
    return prose()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  /** The command lines of Rehome that it shows. */
  List<String> commandLines() {
    Stream<String> blocks =
        parts.stream()
            .filter(part -> !part.language().equals(PROSE))
            .flatMap(part -> part.lines().stream());
    return Stream.concat(blocks, codeSpans()).flatMap(line -> found(COMMAND, line)).toList();
  }

  /** The flags that it names outside of command lines. */
  List<String> flags() {
    return codeSpans().filter(code -> code.matches("--\\w.*")).toList();
  }

  /** The rows, below this heading, of tables whose first cell is code: the cells as written. */
  List<List<String>> rows(String heading) {
    return prose()
        .dropWhile(line -> !line.equals("## " + heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .map(line -> Stream.of(line.split(" *\\| *")).skip(1).toList())
        .toList();
  }

  private Stream<String> codeSpans() {
    return prose().flatMap(line -> found(CODE, line));
  }

  private Stream<String> prose() {
    return parts.stream()
        .filter(part -> part.language().equals(PROSE))
        .flatMap(part -> part.lines().stream());
  }

  private static Stream<String> found(Pattern pattern, String line) {
    return pattern.matcher(line).results().map(result -> result.group(1));
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
