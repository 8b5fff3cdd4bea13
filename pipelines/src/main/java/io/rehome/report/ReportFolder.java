package io.rehome.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rehome.pipelines.Preview;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * The folder of one run's reports. A file appears whole or not at all. Every method throws {@link
 * UncheckedIOException}.
 */
public record ReportFolder(Path path) {

  /** The folder of this run, made where it is not there yet. */
  public static ReportFolder of(Path reports, String run) {
    try {
      return new ReportFolder(Files.createDirectories(reports.resolve(run)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes {@code report.json}. */
  public void write(RunReport report) {
    file("report.json", out -> append(out, Json.text(report) + "\n"));
  }

  /** Writes {@code report.html}. */
  public void write(ReportPage page) {
    file("report.html", out -> append(out, page.html()));
  }

  /** Writes a preview's {@code report.json}. */
  public void write(Preview preview) {
    file("report.json", out -> append(out, Json.text(preview) + "\n"));
  }

  /** Writes a preview's {@code report.html}. */
  public void write(PreviewPage page) {
    file("report.html", out -> append(out, page.html()));
  }

  /** Writes {@code rejected.csv}. */
  public void write(RejectedRows rows) {
    file("rejected.csv", out -> RejectedCsv.write(rows, out));
  }

  /** Where the report for people is. */
  public Path html() {
    return path.resolve("report.html");
  }

  private void file(String name, Consumer<Appendable> content) {
    Path unfinished = path.resolve(name + ".unfinished");
    try {
      try (Writer out =
          new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(unfinished), UTF_8))) {
        content.accept(out);
      }
      Files.move(unfinished, path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(Appendable out, String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
