package io.rehome.testdata.judge;

import io.rehome.testdata.demo.LegacyTable;
import io.rehome.testdata.demo.Script;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries that tell what must be in the target, and what is. */
final class TargetSql {
  private static final Pattern LOADED = Pattern.compile("\\$\\{loaded\\((\\w+), (.*?)\\)}");
  private static final Pattern UTC = Pattern.compile("\\$\\{utc\\(([\\w.]+)\\)}");

  private TargetSql() {}

  /** For the source, in a connection that sees the table {@code fates}. */
  static String expected(LegacyTable table) {
    String sql = text(table, "source");
    sql = LOADED.matcher(sql).replaceAll(it -> quoted(isLoaded(it.group(1), it.group(2))));
    return UTC.matcher(sql).replaceAll(it -> quoted(fromLondon(it.group(1))));
  }

  static String actual(LegacyTable table) {
    String instant = "to_char($1 at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')";
    return UTC.matcher(text(table, "target")).replaceAll(instant);
  }

  private static String text(LegacyTable table, String side) {
    return Script.of(TargetSql.class, table.entity() + "." + side + ".sql").text();
  }

  private static String isLoaded(String entity, String key) {
    return """
    not exists (
      select 1 from fates x where x.entity = '%s' and x.source_key = cast(%s as char))
    """
        .formatted(entity, key);
  }

  /** London's clocks are an hour ahead from the last Sunday of March to that of October. */
  private static String fromLondon(String column) {
    return """
    date_format(
      %1$s - interval (%1$s >= %2$s and %1$s < %3$s) hour, '%%Y-%%m-%%d %%H:%%i:%%s.%%f')
    """
        .formatted(column, lastSundayAtTwo(column, "03"), lastSundayAtTwo(column, "10"));
  }

  private static String lastSundayAtTwo(String column, String month) {
    String last = "concat(year(%s), '-%s-31')".formatted(column, month);
    return "(%1$s - interval (weekday(%1$s) + 1) %% 7 day + interval 2 hour)".formatted(last);
  }

  private static String quoted(String sql) {
    return Matcher.quoteReplacement(sql);
  }
}
