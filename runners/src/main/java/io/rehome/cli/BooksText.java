package io.rehome.cli;

import static io.rehome.cli.TextTable.Side.LEFT;
import static io.rehome.cli.TextTable.Side.RIGHT;

import io.rehome.io.Book;
import io.rehome.report.Figures;
import io.rehome.report.Sums;
import java.util.List;

/** The books of a run for a terminal. */
final class BooksText {
  private BooksText() {}

  static List<String> lines(List<Book> books) {
    TextTable table =
        new TextTable(
            LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT);
    table.row(
        "entity",
        "read",
        "loaded",
        "unchanged",
        "rejected",
        "skipped",
        "merged",
        "gone",
        "pending",
        "seconds",
        "rows/s",
        "");
    books.forEach(book -> table.row(cells(book)));
    Sums all = Sums.of(books);
    table.rule();
    table.row(cells(all));
    return table.lines();
  }

  private static String[] cells(Book book) {
    return new String[] {
      book.entity(),
      Figures.count(book.read()),
      Figures.count(book.loaded()),
      Figures.count(book.unchanged()),
      Figures.count(book.rejected()),
      Figures.count(book.skipped()),
      Figures.count(book.merged()),
      Figures.count(book.gone()),
      Figures.count(book.pending()),
      Figures.seconds(book.seconds()),
      Figures.rate(book.read(), book.seconds()),
      book.balance() == Book.Balance.BALANCED ? "" : "does not balance"
    };
  }

  private static String[] cells(Sums all) {
    return new String[] {
      "all",
      Figures.count(all.read()),
      Figures.count(all.loaded()),
      Figures.count(all.unchanged()),
      Figures.count(all.rejected()),
      Figures.count(all.skipped()),
      Figures.count(all.merged()),
      Figures.count(all.gone()),
      Figures.count(all.pending())
    };
  }
}
