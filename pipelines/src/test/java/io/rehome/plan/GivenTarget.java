package io.rehome.plan;

import com.google.common.base.Splitter;
import io.rehome.io.Fence;
import io.rehome.io.Identity;
import io.rehome.io.Loading;
import io.rehome.io.Target;
import io.rehome.io.TargetReading;
import io.rehome.io.UnknownName;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetColumn.Filling;
import io.rehome.model.TargetColumn.Nullability;
import io.rehome.model.TargetTable;
import io.rehome.model.TargetTable.ForeignKey;
import io.rehome.model.TargetTable.Timing;
import io.rehome.model.TargetType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A target of which only the catalog is there: tables as tests write them. */
final class GivenTarget implements Target {
  private final Map<String, TargetTable> tables = new LinkedHashMap<>();
  private Identity identity = new Identity("new", "platform");

  GivenTarget identity(Identity identity) {
    this.identity = identity;
    return this;
  }

  /**
   * A table of columns such as {@code "seller_id UUID required references:users"}; further words:
   * key, unique, default, generated, deferrable, size:n, labels:a,b.
   */
  GivenTarget table(String name, String... columns) {
    List<TargetColumn> all = new ArrayList<>();
    List<String> key = new ArrayList<>();
    List<List<String>> uniques = new ArrayList<>();
    List<ForeignKey> foreignKeys = new ArrayList<>();
    for (String column : columns) {
      List<String> words = Splitter.on(' ').splitToList(column);
      all.add(column(words));
      if (words.contains("key")) {
        key.add(words.get(0));
      }
      if (words.contains("unique")) {
        uniques.add(List.of(words.get(0)));
      }
      if (!word(words, "references").isEmpty()) {
        Timing timing = words.contains("deferrable") ? Timing.DEFERRABLE : Timing.IMMEDIATE;
        foreignKeys.add(new ForeignKey(List.of(words.get(0)), word(words, "references"), timing));
      }
    }
    tables.put(name, new TargetTable(name, all, key, uniques, foreignKeys));
    return this;
  }

  private static TargetColumn column(List<String> words) {
    boolean required = words.contains("required") || words.contains("key");
    Filling filling =
        words.contains("generated")
            ? Filling.GENERATED
            : words.contains("default") ? Filling.DEFAULT : Filling.NONE;
    String size = word(words, "size");
    String labels = word(words, "labels");
    return new TargetColumn(
        words.get(0),
        TargetType.valueOf(words.get(1)),
        words.get(1).toLowerCase(Locale.ROOT),
        size.isEmpty() ? (words.get(1).equals("INTEGER") ? 4 : 0) : Integer.parseInt(size),
        0,
        labels.isEmpty() ? List.of() : Splitter.on(',').splitToList(labels),
        required ? Nullability.NOT_NULL : Nullability.NULLABLE,
        filling);
  }

  private static String word(List<String> words, String name) {
    return words.stream()
        .filter(word -> word.startsWith(name + ":"))
        .map(word -> word.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  @Override
  public TargetTable describe(String table) throws UnknownName {
    if (!tables.containsKey(table)) {
      throw new UnknownName("the target has no table " + table, tables());
    }
    return tables.get(table);
  }

  @Override
  public TargetReading reading() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> tables() {
    return List.copyOf(tables.keySet());
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public String fenceScript() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createFence() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void raise(Fence fence) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Loading open(Fence fence) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void advanceSequences(DocumentShape shape) {
    throw new UnsupportedOperationException();
  }
}
