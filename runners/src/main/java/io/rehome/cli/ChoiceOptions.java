package io.rehome.cli;

import io.rehome.model.Reason;
import io.rehome.pipelines.Allowance;
import io.rehome.pipelines.Choice;
import io.rehome.pipelines.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What belongs to one mode or another: it narrows or widens what that mode looks at. */
final class ChoiceOptions {
  @Mixin private CheckingOptions checking = new CheckingOptions();

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      split = ",",
      description = "RETRY_FAILED: only rejections for these reasons, by comma.")
  private Set<Reason> reasons = new LinkedHashSet<>();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "RETRY_FAILED: only records that were last tried at or after this time: 2h, 7d,"
              + " 2026-11-22, 2026-11-22T09:30:00Z.")
  private @Nullable String since;

  @Option(
      names = "--from",
      paramLabel = "PLACE",
      defaultValue = "source",
      showDefaultValue = Visibility.ALWAYS,
      description = "RETRY_FAILED: where records are taken from: ${COMPLETION-CANDIDATES}.")
  private From from = From.source;

  @Option(
      names = "--max-deletes",
      paramLabel = "N|P%",
      defaultValue = "1%",
      showDefaultValue = Visibility.ALWAYS,
      converter = AllowanceText.class,
      description =
          "DIFF: deletes of an entity, as a number or a share of it, up to which any is done.")
  private Allowance maxDeletes = Choice.DEFAULT.maxDeletes();

  @Option(
      names = "--full",
      description = "DIFF: do not trust the column that tells changes; look at every row.")
  private boolean full;

  /** Where records that are tried again are taken from. */
  @SuppressWarnings("MemberName") // as the option spells them
  enum From {
    source(Origin.SOURCE),
    store(Origin.STORE);

    private final Origin origin;

    From(Origin origin) {
      this.origin = origin;
    }
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>(checking.problems());
    try {
      since();
    } catch (IllegalArgumentException e) {
      problems.add("--since: " + e.getMessage());
    }
    return problems;
  }

  Choice choice(Path reports) {
    return new Choice(
        reasons,
        since(),
        from.origin,
        full ? Choice.Width.FULL : Choice.Width.NARROWED,
        maxDeletes,
        checking.checking(reports));
  }

  private Optional<Instant> since() {
    return Optional.ofNullable(since).map(text -> PastTime.of(text, Instant.now()));
  }
}
