package io.rehome.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The part of a page that tells how a soak went. */
record SoakTable(Path page) {
  private static final String HEAD =
      """
      %s: NORMAL over %d minutes, %,d records on each runner, %d connections cut.

      | runner | median of | first third | second | last | most |
      |---|---|---|---|---|---|
      """;

  void write(int minutes, int cuts, List<Soaking> runs) throws IOException {
    long records = runs.get(0).journey().scale().records();
    StringBuilder text =
        new StringBuilder(HEAD.formatted(LocalDate.now(ZoneOffset.UTC), minutes, records, cuts));
    for (Soaking run : runs) {
      for (Vitals.Sign sign : Vitals.Sign.values()) {
        text.append(row(run, sign));
      }
    }
    System.out.println(text);
    new MarkedPart(page, "soak").replace(text.toString());
  }

  private static String row(Soaking run, Vitals.Sign sign) {
    return "| %s | %s | %d | %d | %d | %d |\n"
        .formatted(
            run.runner().label(),
            sign.title,
            run.third(sign, 0),
            run.third(sign, 1),
            run.third(sign, 2),
            run.most(sign));
  }
}
