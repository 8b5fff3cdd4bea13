package io.rehome.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page that a drill or a bench writes: what stands between two comments.
 *
 * @param writer whose part it is: "drill"
 */
record MarkedPart(Path page, String writer) {

  boolean isThere() throws IOException {
    return Files.readString(page).contains(end());
  }

  String text() throws IOException {
    String text = Files.readString(page);
    return text.substring(begin(text), text.indexOf(end()));
  }

  /** Puts this in its place. */
  void replace(String by) throws IOException {
    String text = Files.readString(page);
    Files.writeString(
        page, text.substring(0, begin(text)) + by + text.substring(text.indexOf(end())));
  }

  private int begin(String text) {
    String begin = "<!-- written by the " + writer + ": begin -->\n";
    return text.indexOf(begin) + begin.length();
  }

  private String end() {
    return "<!-- written by the " + writer + ": end -->\n";
  }
}
