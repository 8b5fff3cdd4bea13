package io.rehome.cli;

import io.rehome.pipelines.Exit;
import io.rehome.pipelines.Handles;
import io.rehome.pipelines.NotReady;
import io.rehome.pipelines.Preview;
import io.rehome.pipelines.PreviewLocalDiff;
import io.rehome.pipelines.RunRequest;
import io.rehome.report.Json;
import io.rehome.report.PreviewPage;
import io.rehome.report.ReportFolder;
import java.nio.file.Path;

/** A look at what LOCAL_DIFF would touch at a site, and its report. */
record SitePreview(Site site, Console console) {

  Exit run(RunRequest request, OutputOptions output, Path reports) throws Exception {
    for (String entity : request.entities()) {
      site.requireEntity(entity);
    }
    Preview preview = preview(request);
    ReportFolder folder = ReportFolder.of(reports, preview.run());
    folder.write(preview);
    folder.write(new PreviewPage(preview));
    if (output.isJson()) {
      console.out().println(Json.text(preview));
    } else {
      PreviewText.lines(preview).forEach(console.out()::println);
    }
    console.err().println("Report: " + folder.html());
    return Exit.OK;
  }

  private Preview preview(RunRequest request) throws Exception {
    try (Display display = Display.on(console)) {
      display.phase("checking the plan against its databases");
      Handles handles = request.mode().handles(site.handles(), site.plan().marketplace());
      return new PreviewLocalDiff(site.checked(handles.source()), handles, request, display).look();
    } catch (NotReady e) {
      throw new OptionsWrong(e.told(site.name()));
    }
  }
}
