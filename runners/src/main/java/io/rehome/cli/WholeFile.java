package io.rehome.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** A file that appears when it is whole. */
record WholeFile(Path path) {

  /** Writes it, over one that is there. */
  void write(Consumer<BufferedWriter> content) throws IOException {
    Path unfinished = Path.of(path + ".unfinished");
    try (BufferedWriter writer = Files.newBufferedWriter(unfinished)) {
      content.accept(writer);
    }
    Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
  }
}
