package io.rehome.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rehome.pipelines.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFolderTest {
  private static final Ending ENDING = Endings.withRejections();
  private @TempDir Path reports;

  @Test
  void holdsThreeFilesPerRun() throws IOException {
    ReportFolder folder = ReportFolder.of(reports, "run-1");
    folder.write(RunReport.of(ENDING, List.of()));
    folder.write(new ReportPage(ENDING, List.of()));
    folder.write(each -> {});

    try (Stream<Path> files = Files.list(reports.resolve("run-1"))) {
      assertThat(
          files.map(file -> file.getFileName().toString()).toList(),
          containsInAnyOrder("report.json", "report.html", "rejected.csv"));
    }
  }

  @Test
  void saysThatItCannotWrite() throws IOException {
    Path file = Files.writeString(reports.resolve("taken"), "a file, not a folder");

    assertThrows(UncheckedIOException.class, () -> ReportFolder.of(file, "run-1"));
  }

  @Test
  void leavesNoHalfFileWhereRowsEndInAFault() throws IOException {
    ReportFolder folder = ReportFolder.of(reports, "run-1");

    assertThrows(
        IllegalStateException.class,
        () ->
            folder.write(
                each -> {
                  throw new IllegalStateException("the store is gone");
                }));
    assertThat(Files.exists(reports.resolve("run-1/rejected.csv")), is(false));
  }
}
