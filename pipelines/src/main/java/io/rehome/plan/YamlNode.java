package io.rehome.plan;

import java.util.List;
import java.util.Map;

/** A part of a YAML file with the place where it starts. */
sealed interface YamlNode {

  Where where();

  /** Words for a message. */
  String kind();

  /** A text, with its letters exactly as they are written. */
  record Scalar(Where where, Literal literal, Positions.Text written) implements YamlNode {
    String text() {
      return literal.text();
    }

    @Override
    public String kind() {
      return "a single value";
    }
  }

  /** A list. */
  record Sequence(Where where, List<YamlNode> items) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys and values, in the order of the file. */
  record Mapping(Where where, Map<String, Entry> entries) implements YamlNode {
    @Override
    public String kind() {
      return "keys and values";
    }
  }

  /** A value and the place of its key. */
  record Entry(Where key, YamlNode value) {}
}
