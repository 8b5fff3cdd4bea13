package io.rehome.plan;

import io.rehome.plan.YamlNode.Entry;
import io.rehome.plan.YamlNode.Mapping;
import io.rehome.plan.YamlNode.Scalar;
import io.rehome.plan.YamlNode.Sequence;
import io.rehome.plan.shape.Key;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one part of a plan, as a shape allows them. Whatever is missing, unknown or of the
 * wrong form becomes a problem, and reading goes on.
 */
final class Section {
  private final Mapping mapping;
  private final Class<? extends Record> shape;
  private final Problems problems;

  private Section(Mapping mapping, Class<? extends Record> shape, Problems problems) {
    this.mapping = mapping;
    this.shape = shape;
    this.problems = problems;
  }

  /** The section at this node; without keys where the node is none. */
  static Section of(YamlNode node, Class<? extends Record> shape, Problems problems) {
    if (!(node instanceof Mapping mapping)) {
      problems.add(node.where(), "expected keys and values, not " + node.kind());
      return new Section(new Mapping(node.where(), Map.of()), shape, problems);
    }
    Section section = new Section(mapping, shape, problems);
    section.refuseUnknownKeys();
    section.refuseMissingKeys();
    return section;
  }

  Where where() {
    return mapping.where();
  }

  boolean has(String key) {
    return node(key).isPresent();
  }

  Optional<YamlNode> node(String key) {
    if (!Key.Names.of(shape).contains(key)) {
      throw new IllegalArgumentException(shape + " has no key " + key);
    }
    return Optional.ofNullable(mapping.entries().get(key)).map(Entry::value);
  }

  /** The text of this key; empty where it is not there, a problem where it is blank or no text. */
  String text(String key) {
    return node(key).map(this::text).orElse("");
  }

  String text(YamlNode node) {
    if (!(node instanceof Scalar scalar)) {
      problems.add(node.where(), "expected a single value, not " + node.kind());
      return "";
    }
    if (scalar.text().isBlank()) {
      problems.add(node.where(), "is empty");
    }
    return scalar.text();
  }

  /** The texts of this key: one, or a list. */
  List<String> texts(String key) {
    return node(key).map(this::texts).orElse(List.of());
  }

  List<String> texts(YamlNode node) {
    List<YamlNode> items =
        node instanceof Sequence sequence ? sequence.items() : List.<YamlNode>of(node);
    if (items.isEmpty()) {
      problems.add(node.where(), "the list is empty");
    }
    return items.stream().map(this::text).toList();
  }

  /** The section of this key. */
  Optional<Section> section(String key, Class<? extends Record> shape) {
    return node(key).map(node -> of(node, shape, problems));
  }

  /** The keys and values of this key, whose names the user chose. */
  Map<String, Entry> named(String key) {
    return node(key).map(this::named).orElse(Map.of());
  }

  private Map<String, Entry> named(YamlNode node) {
    if (node instanceof Mapping named) {
      return new LinkedHashMap<>(named.entries());
    }
    problems.add(node.where(), "expected keys and values, not " + node.kind());
    return Map.of();
  }

  /** The items of this key's list. */
  List<YamlNode> items(String key) {
    return node(key).map(this::items).orElse(List.of());
  }

  private List<YamlNode> items(YamlNode node) {
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    problems.add(node.where(), "expected a list, not " + node.kind());
    return List.of();
  }

  /** Where the value of this key stands, or else the section. */
  Where where(String key) {
    return node(key).map(YamlNode::where).orElse(mapping.where());
  }

  /** Whether the shape lets this key be left out. */
  boolean isOptional(String key) {
    return Arrays.stream(shape.getRecordComponents())
        .filter(component -> Key.Names.of(component).equals(key))
        .noneMatch(component -> Key.Names.isRequired(component));
  }

  void problem(String key, String what, String hint) {
    problems.add(where(key), what, hint);
  }

  private void refuseUnknownKeys() {
    Set<String> known = Key.Names.of(shape);
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                problems.unknown(entry.key(), "key", key, known);
              }
            });
  }

  private void refuseMissingKeys() {
    Arrays.stream(shape.getRecordComponents())
        .filter(component -> Key.Names.isRequired(component))
        .map(Key.Names::of)
        .filter(key -> !mapping.entries().containsKey(key))
        .forEach(key -> problems.add(mapping.where(), "the key \"" + key + "\" is missing"));
  }
}
