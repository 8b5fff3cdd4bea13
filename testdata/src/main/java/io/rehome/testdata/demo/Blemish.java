package io.rehome.testdata.demo;

/**
 * Something that is wrong, or looks so, with some records of a table: with those numbered {@code
 * first}, {@code first + every} and so on.
 *
 * @param kind what it is, in a few words
 * @param change SQL that makes a clean row {@code t} of number {@code i} such a one; empty where
 *     the generator makes it so from the start
 * @param fate how these records must end, their parents apart
 */
public record Blemish(
    LegacyTable table, String kind, int first, int every, String change, Fate fate) {
  /** One record of so many, for most kinds. */
  static final int RARELY = 1000;

  /** How many records have it. */
  public long count(Scale scale) {
    long rows = table.rows(scale);
    return rows < first ? 0 : (rows - first) / every + 1;
  }

  /** SQL that changes its rows. */
  String update(Scale scale) {
    return "update %s t join %s n on %s set %s"
        .formatted(table.name(), numbers(scale), table.isRow("t", "i"), change);
  }

  /** SQL that enters its rows into the table {@code fates}, unless it is for parents to decide. */
  String insertFates(Scale scale) {
    return "insert ignore into fates select '%s', %s, %s from %s n where %s"
        .formatted(table.entity(), table.keyText("i"), words(), numbers(scale), isDecided());
  }

  // No row where the first is beyond the last: MariaDB would count such a sequence backwards.
  private String numbers(Scale scale) {
    return "(select seq as i from seq_%d_to_%d_step_%d where seq <= %d)"
        .formatted(first, Math.max(first, table.rows(scale)), every, table.rows(scale));
  }

  private String words() {
    return fate instanceof Fate.Rejected rejected
        ? "'REJECTED', '%s', '%s', '%s'"
            .formatted(rejected.stage(), rejected.reason(), rejected.column())
        : "'SKIPPED', '', '', ''";
  }

  private boolean isDecided() {
    return fate instanceof Fate.Skipped
        || (fate instanceof Fate.Rejected rejected && !rejected.stage().equals("REFERENCE"));
  }
}
