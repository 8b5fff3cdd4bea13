package io.rehome.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.rehome.io.RejectedRecord;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(0)",
        "+1",
        "-1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "=1+1,x",
        "\tx",
        "\rx"
      })
  void givesSpreadsheetsNoFormula(String cell) {
    String row = row(Csv.Cells.HARMLESS, cell);

    assertThat(row.replaceFirst("^\"", "").charAt(0), is('\''));
  }

  @Test
  void quotesWhatWouldEndACell() {
    assertThat(
        row(Csv.Cells.EXACT, "a,b", "say \"x\"", "two\nlines", "plain", ""),
        is("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain,\r\n"));
  }

  @Test
  void leavesExactCellsAlone() {
    assertThat(row(Csv.Cells.EXACT, "=1", "-7", "O'Hara"), is("=1,-7,O'Hara\r\n"));
  }

  @Test
  void listsEachRejectedRecord() {
    StringBuilder out = new StringBuilder();
    RejectedCsv.write(
        each -> {
          each.accept(record("members", "17", "email", "=not an e-mail"));
          each.accept(record("photos", "[\"9\",\"a.jpg\"]", "", "no"));
        },
        out);

    assertThat(
        out.toString().lines().toList(),
        contains(
            "entity,source_key,stage,reason,column,message,turn",
            "members,17,CHECK,CHECK_FAILED,email,'=not an e-mail,SOURCE",
            "photos,\"[\"\"9\"\",\"\"a.jpg\"\"]\",CHECK,CHECK_FAILED,,no,SOURCE"));
  }

  private static RejectedRecord record(String entity, String key, String column, String message) {
    return new RejectedRecord(
        entity, key, new Rejection(Stage.CHECK, Reason.CHECK_FAILED, column, message));
  }

  private static String row(Csv.Cells cells, String... values) {
    StringBuilder out = new StringBuilder();
    new Csv(out, cells).row(values);
    return out.toString();
  }
}
