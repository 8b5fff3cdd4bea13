package io.rehome.transforms.expression;

import java.util.ArrayList;
import java.util.List;

/** The names that an expression was found to use. */
final class Mentions {
  private final List<Mention> columns = new ArrayList<>();
  private final List<LookupMention> lookups = new ArrayList<>();

  void column(Mention column) {
    columns.add(column);
  }

  void lookup(LookupMention lookup) {
    lookups.add(lookup);
  }

  List<Mention> columns() {
    return List.copyOf(columns);
  }

  List<LookupMention> lookups() {
    return List.copyOf(lookups);
  }
}
