package io.rehome.testdata.demo;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL for a marketplace of one scale. In it {@code ${ads}} stands for the number of ads, {@code
 * ${ads.ad_id(x)}} for that column of the key of the x-th.
 */
final class LegacySql {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{(\\w+)(?:\\.(\\w+)\\((\\w+)\\))?}");

  private final Scale scale;

  LegacySql(Scale scale) {
    this.scale = scale;
  }

  /** The text without its placeholders. */
  String filled(String sql) {
    String filled = PLACEHOLDER.matcher(sql).replaceAll(this::meaning);
    return filled.equals(sql) ? sql : filled(filled);
  }

  private String meaning(MatchResult placeholder) {
    LegacyTable table = table(placeholder.group(1));
    String meaning =
        placeholder.group(2) == null
            ? String.valueOf(table.rows(scale))
            : column(table, placeholder.group(2)).of(placeholder.group(3));
    return Matcher.quoteReplacement(meaning);
  }

  private static LegacyTable table(String name) {
    return Legacy.TABLES.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table " + name));
  }

  private static KeyColumn column(LegacyTable table, String name) {
    return table.key().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no key column " + name));
  }
}
