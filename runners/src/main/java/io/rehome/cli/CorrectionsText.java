package io.rehome.cli;

import static io.rehome.cli.TextTable.Side.LEFT;

import io.rehome.io.CorrectionEntry.Effect;
import io.rehome.report.CorrectionLine;
import io.rehome.report.Figures;
import java.util.List;
import java.util.Optional;

/** A record's corrections for a terminal. */
final class CorrectionsText {
  private CorrectionsText() {}

  static List<String> lines(List<CorrectionLine> corrections) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT, LEFT, LEFT);
    corrections.forEach(
        line ->
            table.row(
                line.field(),
                Optional.ofNullable(line.value()).orElse("NULL"),
                said(line),
                line.madeBy(),
                Figures.moment(line.madeAt()),
                line.note()));
    return table.lines();
  }

  private static String said(CorrectionLine line) {
    String by = line.undoneBy().map(" by "::concat).orElse("");
    return switch (line.effect()) {
      case APPLIED -> "applied";
      case NOT_APPLIED_YET -> "not applied yet";
      case UNDONE -> "undone" + by;
      case NOT_UNDONE_YET -> "undone" + by + ", still in the document";
    };
  }

  /** Whether the record's next attempt will bring something. */
  static boolean waits(List<CorrectionLine> corrections) {
    return corrections.stream()
        .map(CorrectionLine::effect)
        .anyMatch(effect -> effect == Effect.NOT_APPLIED_YET || effect == Effect.NOT_UNDONE_YET);
  }
}
