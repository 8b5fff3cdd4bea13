package io.rehome.cli;

import io.rehome.io.Keep;
import io.rehome.model.Correction;
import io.rehome.model.SourceKey;
import io.rehome.pipelines.Exit;
import io.rehome.report.CorrectionLine;
import io.rehome.report.Json;
import io.rehome.report.NextStep;
import io.rehome.report.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps corrections of one record. */
@Command(
    name = "correct",
    mixinStandardHelpOptions = true,
    description = {
      "Keep what a field of one record is to hold instead of what its rule gives, or list what was"
          + " corrected of it. Writes to the store only.",
      "Every mode applies it, from the next run on, whenever it takes the record up: RETRY_FAILED"
          + " where it is rejected, LOCAL_DIFF where it is loaded. A run under way is not touched."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  rehome correct users/17 --set email=a@example.org --note='as she wrote' --plan=pets.yaml",
      "  rehome correct users/17 --set phone= --set 'bio=\"\"' --note=privacy --plan=pets.yaml",
      "  rehome correct users/17 --plan=pets.yaml                  what was corrected of it",
      "  rehome correct users/17 --undo --set phone --plan=pets.yaml"
    })
final class Correct implements Action {
  @Mixin private PlanOption plan = new PlanOption();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      paramLabel = "ENTITY/KEY",
      converter = RecordName.Text.class,
      description = "The record: a composite key is a JSON array of strings.")
  private RecordName record = new RecordName("", new SourceKey(""));

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description =
          "What the field is to hold: any text that its column takes; of a field that names a"
              + " parent, the parent's source key. FIELD= is NULL, FIELD=\"\" the empty text.")
  private List<String> set = new ArrayList<>();

  @Option(names = "--note", paramLabel = "TEXT", description = "Why; wanted with --set.")
  private String note = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who corrects; left out: the account of the operating system.")
  private String by = "";

  @Option(
      names = "--undo",
      description = "Take back all corrections of the record, or those of the fields --set names.")
  private boolean undo;

  @Override
  public List<String> problems(List<String> words, Set<String> own) {
    List<String> problems = new ArrayList<>(Action.super.problems(words, own));
    for (String text : set) {
      if (undo && text.contains("=")) {
        problems.add("--undo --set: a field alone, without a value: " + text);
      }
      if (!undo && text.indexOf('=') <= 0) {
        problems.add("--set: FIELD=VALUE is wanted: " + text);
      }
    }
    if (!undo && fields().distinct().count() < set.size()) {
      problems.add("--set: a field is set once");
    }
    if (!undo && !set.isEmpty() && note.isBlank()) {
      problems.add("--note: say why, for those who come after you");
    }
    return problems;
  }

  private Stream<String> fields() {
    return set.stream().map(text -> text.replaceFirst("(?s)=.*", ""));
  }

  @Override
  public Exit run(Console console) throws Exception {
    try (Site site = Site.open(plan)) {
      site.requireEntity(record.entity());
      RecordCorrections corrections = new RecordCorrections(site, record, by());
      if (undo) {
        corrections.undo(fields().toList());
      } else if (!set.isEmpty()) {
        corrections.keep(set.stream().map(this::correction).toList(), note);
      }
      tell(corrections.lines(), site.plan().store().keep(), console);
      return Exit.OK;
    }
  }

  private String by() {
    return by.isBlank() ? System.getProperty("user.name", "unknown") : by;
  }

  private Correction correction(String text) {
    int split = text.indexOf('=');
    return new Correction(record.key(), text.substring(0, split), value(text.substring(split + 1)));
  }

  private static Optional<String> value(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(text.equals("\"\"") ? "" : text);
  }

  private void tell(List<CorrectionLine> lines, Keep keep, Console console) {
    if (output.isJson()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("entity", record.entity());
      told.put("key", record.key().text());
      told.put("corrections", lines);
      console.out().println(Json.text(told));
      return;
    }
    console.out().println(record + (lines.isEmpty() ? ": nothing was corrected." : ""));
    CorrectionsText.lines(lines).forEach(line -> console.out().println("  " + line));
    if (CorrectionsText.waits(lines)) {
      EndingText.next(next(keep)).forEach(console.out()::println);
    }
  }

  private List<NextStep> next(Keep keep) {
    String migrate = "./rehome migrate --plan=" + ShellWord.quoted(plan.text());
    return List.of(
        new NextStep(migrate + " --mode=RETRY_FAILED", "applies it where the record is rejected"),
        new NextStep(migrate + applying(keep), "applies it where the record is loaded"));
  }

  /** Without an original the record is read again. */
  private String applying(Keep keep) {
    return keep == Keep.FULL
        ? " --mode=LOCAL_DIFF"
        : " --entities=" + record.entity() + " --keys=" + ShellWord.quoted(record.key().text());
  }

  @Override
  public boolean showsStackTrace() {
    return output.showsStackTrace();
  }
}
