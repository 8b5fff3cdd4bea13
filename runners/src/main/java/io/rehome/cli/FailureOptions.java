package io.rehome.cli;

import io.rehome.io.Failing;
import io.rehome.model.Reason;
import io.rehome.model.Stage;
import io.rehome.model.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rejected records are meant. */
final class FailureOptions {
  @Option(
      names = {"--entities", "--entity"},
      paramLabel = "ENTITY",
      split = ",",
      description = "Only those of these entities, by comma.")
  private List<String> entities = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      split = ",",
      description = "Only those of these reasons, by comma: TOO_LONG, NOT_LISTED, ...")
  private Set<Reason> reasons = new LinkedHashSet<>();

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      split = ",",
      description = "Only those of these stages, by comma: ${COMPLETION-CANDIDATES}.")
  private Set<Stage> stages = new LinkedHashSet<>();

  @Option(
      names = "--column",
      paramLabel = "COLUMN",
      split = ",",
      description = "Only those that name one of these columns, by comma.")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--turn",
      paramLabel = "TURN",
      split = ",",
      description = "Only those where it is the turn of these, by comma: ${COMPLETION-CANDIDATES}.")
  private Set<Turn> turns = new LinkedHashSet<>();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Only those that were last tried at or after this time: 2h, 7d, 2026-11-22,"
              + " 2026-11-22T09:30:00Z.")
  private @Nullable String since;

  List<String> problems() {
    try {
      since();
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of("--since: " + e.getMessage());
    }
  }

  List<String> entities() {
    return entities;
  }

  Failing failing() {
    return new Failing(entities, reasons, stages, columns, turns, since());
  }

  private Optional<Instant> since() {
    return Optional.ofNullable(since).map(text -> PastTime.of(text, Instant.now()));
  }
}
