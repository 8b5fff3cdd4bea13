package io.rehome.cli;

import io.rehome.io.Accounts;
import io.rehome.pipelines.Ending;
import io.rehome.pipelines.Exit;
import io.rehome.pipelines.RunFailed;
import io.rehome.pipelines.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** The demo on its databases: made where they are not there, migrated, and looked at. */
record DemoRun(
    DemoPlace place,
    Console console,
    OutputOptions output,
    Path reports,
    OptionalInt sourceConnections) {

  /** Makes the databases where they are not there yet, or are to be made anew. */
  void prepare(long rows, Making making) throws OptionsWrong {
    long present = place.rows().orElse(0);
    if (present > 0 && rows > 0 && rows != present && making == Making.WHERE_MISSING) {
      throw new OptionsWrong(
          "--rows: the demo has %,d records already; --reset makes it anew with %,d"
              .formatted(present, rows));
    }
    if (present == 0 || making == Making.ANEW) {
      long wanted = rows > 0 ? rows : DemoPlace.usualRows();
      console
          .err()
          .println("Filling the demo's marketplace with about %,d records".formatted(wanted));
      place.fill(wanted);
    }
  }

  /** When databases are made. */
  enum Making {
    WHERE_MISSING,
    ANEW
  }

  /** Migrates, tells the books, and holds the outcome against the expected one. */
  Exit run(RunRequest request) throws Exception {
    Site site = Sites.open(PlanOption.DEMO, place.plan(), () -> {}).within(sourceConnections);
    site.store().upgrade();
    site.target().createFence();
    try {
      return tell(new SiteRun(site, console).ending(request), site.accounts());
    } catch (RunFailed e) {
      tell(e.ending(), site.accounts());
      throw e;
    }
  }

  private Exit tell(Ending ending, Accounts accounts) throws Exception {
    List<String> differences = differences(ending, accounts);
    Exit exit = exit(ending, differences);
    RunOutput told =
        new RunOutput(
            console,
            output,
            reports,
            PlanOption.DEMO,
            report -> report.with(place.places(), exit.code()));
    Exit written = told.tell(ending, each -> accounts.rejected(ending.run(), each));
    tell(ending, differences);
    return written == ending.exit() ? exit : exit.or(written);
  }

  private List<String> differences(Ending ending, Accounts accounts) throws Exception {
    return isOver(ending) ? DemoOutcome.differences(place.expected(), accounts) : List.of();
  }

  private static boolean isOver(Ending ending) {
    return ending.exit() == Exit.OK || ending.exit() == Exit.NOT_ACCEPTED;
  }

  private static Exit exit(Ending ending, List<String> differences) {
    if (!isOver(ending)) {
      return ending.exit();
    }
    return differences.isEmpty() ? Exit.OK : Exit.NOT_ACCEPTED;
  }

  private void tell(Ending ending, List<String> differences) {
    differences.forEach(console.err()::println);
    if (output.isJson()) {
      return;
    }
    if (isOver(ending)) {
      console.out().println();
      console
          .out()
          .println(
              differences.isEmpty()
                  ? "✓ The outcome is the expected one, rejections included."
                  : "✗ The outcome is not the expected one.");
    }
    console.out().println("Look at it (with --keep-running, or while another command runs):");
    place.clients().forEach(client -> console.out().println("  " + client));
    console.out().println("  plan: " + place.places().plan());
  }
}
