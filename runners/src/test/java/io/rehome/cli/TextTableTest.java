package io.rehome.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import org.junit.jupiter.api.Test;

final class TextTableTest {

  @Test
  void alignsItsColumns() {
    TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.RIGHT);

    table.row("entity", "read").row("ads", "40,000").rule().row("all", "40,000");

    assertThat(
        table.lines(),
        contains("entity    read", "ads     40,000", "──────────────", "all     40,000"));
  }

  @Test
  void letsNoContentMoveTheCursor() {
    TextTable table = new TextTable(TextTable.Side.LEFT);

    table.row("\u001b[2Jgone\nline");

    assertThat(table.lines(), contains(" [2Jgone line"));
  }
}
