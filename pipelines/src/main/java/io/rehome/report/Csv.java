package io.rehome.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes rows of CSV as RFC 4180 has it. Every call throws {@link UncheckedIOException}. */
public final class Csv {
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private final Appendable out;
  private final Cells cells;

  /** What a cell may hold. */
  public enum Cells {
    /** The text as it is. */
    EXACT,
    /** A text that a spreadsheet would take for a formula begins with an apostrophe. */
    HARMLESS
  }

  /** Writes to {@code out}, which the caller closes. */
  public Csv(Appendable out, Cells cells) {
    this.out = out;
    this.cells = cells;
  }

  /** Writes one row. */
  public void row(String... values) {
    try {
      out.append(
          Arrays.stream(values).map(this::cell).collect(Collectors.joining(",", "", "\r\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String cell(String value) {
    String text = cells == Cells.HARMLESS && looksLikeFormula(value) ? "'" + value : value;
    return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static boolean looksLikeFormula(String value) {
    return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
  }
}
