package io.rehome.cli;

import io.rehome.io.Accounts;
import io.rehome.pipelines.Ending;
import io.rehome.pipelines.Exit;
import io.rehome.pipelines.Handles;
import io.rehome.pipelines.Migration;
import io.rehome.pipelines.NotReady;
import io.rehome.pipelines.PlanVersion;
import io.rehome.pipelines.RunFailed;
import io.rehome.pipelines.RunRequest;
import io.rehome.plan.CheckedPlan;

/** A run at a site: its progress is shown, a signal stops it, and its ending is told. */
record SiteRun(Site site, Console console) {

  /** Runs it and tells how it ended. */
  Exit run(RunRequest request, RunOutput output) throws Exception {
    try {
      return tell(ending(request), output);
    } catch (RunFailed e) {
      tell(e.ending(), output);
      throw e;
    }
  }

  private Exit tell(Ending ending, RunOutput output) throws OptionsWrong {
    Accounts accounts = site.accounts();
    return output.tell(ending, each -> accounts.rejected(ending.run(), each));
  }

  /** Runs it. */
  Ending ending(RunRequest request) throws Exception {
    for (String entity : request.entities()) {
      site.requireEntity(entity);
    }
    try (Display display = Display.on(console)) {
      display.phase("checking the plan against its databases");
      Handles handles = request.mode().handles(site.handles(), site.plan().marketplace());
      CheckedPlan plan = site.checked(handles.source());
      PlanVersion version = site.version();
      Migration migration = new Migration(plan, version, handles, request, display);
      return stoppable(migration, request, display);
    } catch (NotReady e) {
      throw new OptionsWrong(e.told(site.name()));
    }
  }

  private static Ending stoppable(Migration migration, RunRequest request, Display display)
      throws Exception {
    Interruption.Watch watch =
        Interruption.stopping(
            () -> {
              display.note("stopping; " + request.continuation());
              migration.stop();
            });
    try {
      return migration.run();
    } finally {
      watch.close();
    }
  }
}
