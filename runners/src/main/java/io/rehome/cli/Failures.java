package io.rehome.cli;

import io.rehome.io.Accounts;
import io.rehome.io.RejectedRecord;
import io.rehome.io.Remedy;
import io.rehome.pipelines.Exit;
import io.rehome.report.FailuresReport;
import io.rehome.report.Json;
import io.rehome.report.RejectedCsv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is rejected now. */
@Command(
    name = "failures",
    mixinStandardHelpOptions = true,
    description = {
      "List the records that are rejected now, or group them by reason and say what mending each"
          + " kind would release. Writes nothing but the file of --out.",
      "One record's whole story is told by: rehome why ENTITY/KEY"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rehome failures --plan=pets.yaml --group",
      "  rehome failures --plan=pets.yaml --entities=users --reason=NOT_LISTED,TOO_LONG --json",
      "  rehome failures --plan=pets.yaml --turn=SOURCE --since=7d --out=mend.csv"
    })
final class Failures implements Action {
  private static final int SAMPLE = 10;
  @Mixin private PlanOption plan = new PlanOption();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private FailureOptions which = new FailureOptions();

  @Option(
      names = "--group",
      description = "Only the kinds, with their first keys and what mending them would release.")
  private boolean group;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      showDefaultValue = Visibility.ALWAYS,
      description = "List so many records at most; 0 is all.")
  private long limit;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write all of them as CSV, safe for spreadsheets, and list none.")
  private @Nullable Path out;

  @Override
  public List<String> problems(List<String> words, Set<String> own) {
    List<String> problems = new ArrayList<>(Action.super.problems(words, own));
    problems.addAll(which.problems());
    if (limit < 0) {
      problems.add("--limit: a number of records is not negative: " + limit);
    }
    return problems;
  }

  @Override
  public Exit run(Console console) throws Exception {
    try (Site site = Site.open(plan)) {
      for (String entity : which.entities()) {
        site.requireEntity(entity);
      }
      Accounts accounts = site.accounts();
      List<Remedy> remedies = accounts.remedies(which.failing(), SAMPLE);
      write(accounts);
      FailuresReport report = FailuresReport.of(remedies, records(accounts));
      if (output.isJson()) {
        console.out().println(Json.text(report));
      } else {
        lines(report).forEach(console.out()::println);
      }
      return Exit.OK;
    }
  }

  private void write(Accounts accounts) throws IOException {
    if (out != null) {
      new WholeFile(out)
          .write(
              writer ->
                  RejectedCsv.write(
                      each -> accounts.failing(which.failing(), Long.MAX_VALUE, each), writer));
    }
  }

  private List<RejectedRecord> records(Accounts accounts) {
    List<RejectedRecord> records = new ArrayList<>();
    if (!group && out == null) {
      accounts.failing(which.failing(), limit == 0 ? Long.MAX_VALUE : limit, records::add);
    }
    return records;
  }

  private List<String> lines(FailuresReport report) {
    if (group) {
      return FailuresText.kinds(report, plan.text());
    }
    return out == null
        ? FailuresText.records(report)
        : List.of(FailuresText.count(report) + " in " + out);
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }
}
