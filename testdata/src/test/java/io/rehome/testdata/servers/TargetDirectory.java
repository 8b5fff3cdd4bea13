package io.rehome.testdata.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Temporary directories below the module's target, and not in a system's small memory disk. */
public final class TargetDirectory implements TempDirFactory {
  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    Path all = Files.createDirectories(Path.of("target", "temporary").toAbsolutePath());
    return Files.createTempDirectory(all, "");
  }
}
