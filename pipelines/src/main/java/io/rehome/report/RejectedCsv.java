package io.rehome.report;

import io.rehome.io.RejectedRecord;
import io.rehome.model.Rejection;

/** Rejected records as a table for people, safe to open in a spreadsheet. */
public final class RejectedCsv {
  private RejectedCsv() {}

  /** Writes a head and one line for each; {@code out} is the caller's to close. */
  public static void write(RejectedRows rows, Appendable out) {
    Csv csv = new Csv(out, Csv.Cells.HARMLESS);
    csv.row("entity", "source_key", "stage", "reason", "column", "message", "turn");
    rows.forEach(row -> write(row, csv));
  }

  private static void write(RejectedRecord row, Csv csv) {
    Rejection rejection = row.rejection();
    csv.row(
        row.entity(),
        row.sourceKey(),
        rejection.stage().name(),
        rejection.reason().name(),
        rejection.column(),
        rejection.message(),
        rejection.turn().name());
  }
}
