package io.rehome.pipelines;

import com.google.common.collect.Lists;
import io.rehome.io.Source;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceType;
import io.rehome.transforms.RulesFactory;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Asks the source itself which of its keys equal these, and pairs question and answer: first
 * without regard to case and trailing blanks, then also without accents. What stays ambiguous is no
 * match.
 */
final class SourceSpelling implements Spelling {
  private static final int AT_ONCE = 500;

  private final Source source;
  private final RulesFactory rules;
  private final Map<String, SourceTable> tables = new HashMap<>();

  SourceSpelling(Source source, RulesFactory rules) {
    this.source = source;
    this.rules = rules;
  }

  @Override
  public Map<SourceKey, SourceKey> of(String entity, Collection<SourceKey> keys) {
    SourceTable table = tables.computeIfAbsent(entity, name -> rules.rules(name).source());
    Map<SourceKey, SourceKey> spelled = new HashMap<>();
    if (hasText(table)) {
      for (List<SourceKey> some : Lists.partition(List.copyOf(keys), AT_ONCE)) {
        pair(some, found(table, some), spelled);
      }
    }
    return spelled;
  }

  private static boolean hasText(SourceTable table) {
    return table.key().stream().anyMatch(column -> column.type() == SourceType.TEXT);
  }

  private List<SourceKey> found(SourceTable table, List<SourceKey> keys) {
    return source.fetch(table, keys).stream().map(SourceRow::key).toList();
  }

  /** Pairs each key that was asked for with the one key found that it can only mean. */
  static void pair(
      List<SourceKey> asked, List<SourceKey> found, Map<SourceKey, SourceKey> spelled) {
    for (SourceKey key : asked) {
      List<SourceKey> meant = matches(key, found, SourceSpelling::withoutCase);
      meant = meant.isEmpty() ? matches(key, found, SourceSpelling::withoutAccents) : meant;
      if (meant.size() == 1 && !meant.contains(key)) {
        spelled.put(key, meant.get(0));
      }
    }
  }

  private static List<SourceKey> matches(
      SourceKey key, List<SourceKey> found, UnaryOperator<String> folded) {
    List<SourceKey> matches = new ArrayList<>();
    for (SourceKey candidate : found) {
      if (folded.apply(candidate.text()).equals(folded.apply(key.text()))) {
        matches.add(candidate);
      }
    }
    return matches;
  }

  /** Blanks at the end of a text count for nothing where PAD SPACE holds, also before a quote. */
  private static String withoutCase(String text) {
    return text.replaceAll(" +(?=\"|$)", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String withoutAccents(String text) {
    return withoutCase(Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", ""));
  }
}
