package io.rehome.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of text, its columns as wide as their content. */
final class TextTable {
  private static final String GAP = "  ";
  private final List<Side> sides;
  private final List<List<String>> rows = new ArrayList<>();

  /** On which side of its column a text stands. */
  enum Side {
    LEFT,
    RIGHT
  }

  TextTable(Side... sides) {
    this.sides = List.of(sides);
  }

  TextTable row(String... cells) {
    rows.add(Arrays.stream(cells).map(TextTable::oneLine).toList());
    return this;
  }

  /** A line across all columns. */
  TextTable rule() {
    rows.add(List.of());
    return this;
  }

  /** The table's lines. */
  List<String> lines() {
    List<Integer> widths = IntStream.range(0, sides.size()).mapToObj(this::width).toList();
    int whole = widths.stream().mapToInt(width -> width + GAP.length()).sum() - GAP.length();
    return rows.stream().map(row -> row.isEmpty() ? "─".repeat(whole) : line(row, widths)).toList();
  }

  private String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> padded(row.get(i), widths.get(i), sides.get(i)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> length(row.get(column)))
        .max()
        .orElse(0);
  }

  private static String padded(String text, int width, Side side) {
    String padding = " ".repeat(width - length(text));
    return side == Side.LEFT ? text + padding : padding + text;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Record content may stand in a cell: it moves no cursor. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
