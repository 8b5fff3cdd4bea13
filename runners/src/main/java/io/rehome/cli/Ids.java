package io.rehome.cli;

import io.rehome.io.Accounts;
import io.rehome.pipelines.Exit;
import io.rehome.report.Csv;
import io.rehome.report.Figures;
import io.rehome.report.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes which source key became which target key. */
@Command(
    name = "ids",
    mixinStandardHelpOptions = true,
    description =
        "Write source key and target key of each record of an entity that is in the target, as CSV"
            + " (RFC 4180, exact): for redirects, images, search.",
    footerHeading = "%nExample:%n",
    footer = "  rehome ids users --plan=pets.yaml --out=users.csv")
final class Ids implements Action {
  @Mixin private PlanOption plan = new PlanOption();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "ENTITY", description = "The entity.")
  private String entity = "";

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
  private Path out = Path.of("");

  @Override
  public Exit run(Console console) throws Exception {
    try (Site site = Site.open(plan)) {
      site.requireEntity(entity);
      long written = write(site.accounts());
      if (output.isJson()) {
        console.out().println(Json.text(Map.of("file", out.toString(), "ids", written)));
      } else {
        console.out().println(Figures.count(written, "id") + " of " + entity + " in " + out);
      }
      return Exit.OK;
    }
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }

  private long write(Accounts accounts) throws IOException {
    AtomicLong rows = new AtomicLong();
    new WholeFile(out)
        .write(
            writer -> {
              Csv csv = new Csv(writer, Csv.Cells.EXACT);
              csv.row("source_key", "target_key");
              accounts.ids(
                  entity,
                  (source, target) -> {
                    csv.row(source, target);
                    rows.incrementAndGet();
                  });
            });
    return rows.get();
  }
}
