package io.rehome.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.rehome.plan.YamlNode.Entry;
import io.rehome.plan.YamlNode.Mapping;
import io.rehome.plan.YamlNode.Scalar;
import io.rehome.plan.YamlNode.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML into nodes that know their place. No value is interpreted: {@code NO} and {@code 010}
 * stay what they are. Aliases are refused, so that a small file stays small.
 */
final class YamlTree {
  private static final int DEEPEST = 30;
  private static final int LONGEST = 2_000_000;

  private final String file;
  private final List<String> lines;
  private final Problems problems;
  private final Map<String, Positions.Spot> spots = new LinkedHashMap<>();

  private YamlTree(String file, String text, Problems problems) {
    this.file = file;
    this.lines = text.lines().toList();
    this.problems = problems;
  }

  /** What a file holds: its top, and where everything below stands. */
  record Content(YamlNode top, Positions positions) {}

  /** Reads a file's text; what is wrong is added to {@code problems}. */
  static Content of(String file, String text, Problems problems) {
    YamlTree tree = new YamlTree(file, text, problems);
    YamlNode top = tree.top(text);
    return new Content(top, new Positions(file, tree.spots));
  }

  private static YAMLFactory yaml() {
    LoaderOptions limits = new LoaderOptions();
    limits.setNestingDepthLimit(DEEPEST);
    limits.setCodePointLimit(LONGEST);
    return YAMLFactory.builder().loaderOptions(limits).build();
  }

  private YamlNode top(String text) {
    try (YAMLParser parser = yaml().createParser(text)) {
      JsonToken first = parser.nextToken();
      return first == null ? nothing() : only(node(parser, ""), parser);
    } catch (JsonProcessingException e) {
      problems.add(where(e.getLocation(), ""), "not YAML: " + said(e));
      return nothing();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory does not fail
    }
  }

  private YamlNode only(YamlNode top, YAMLParser parser) throws IOException {
    if (parser.nextToken() != null) {
      problems.add(where(parser.currentTokenLocation(), ""), "a plan is one YAML document");
    }
    return top;
  }

  private YamlNode nothing() {
    return new Mapping(new Where(file, 1, 1, ""), Map.of());
  }

  private YamlNode node(YAMLParser parser, String path) throws IOException {
    Where where = where(parser.currentTokenLocation(), path);
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return mapping(parser, where);
    }
    return parser.currentToken() == JsonToken.START_ARRAY
        ? sequence(parser, where)
        : scalar(parser, where);
  }

  private YamlNode mapping(YAMLParser parser, Where where) throws IOException {
    spot(where, Positions.Text.OTHER);
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      Where place = where(parser.currentTokenLocation(), where.path());
      parser.nextToken();
      Entry entry = new Entry(place, node(parser, child(where.path(), key)));
      Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        String first = "the first is in line " + earlier.key().line();
        problems.add(place, "the key \"" + key + "\" stands twice", first);
      }
    }
    return new Mapping(where, entries);
  }

  private YamlNode sequence(YAMLParser parser, Where where) throws IOException {
    spot(where, Positions.Text.OTHER);
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, child(where.path(), String.valueOf(items.size() + 1))));
    }
    return new Sequence(where, items);
  }

  @SuppressWarnings("deprecation") // the parser has no other way to tell an alias from a text
  private YamlNode scalar(YAMLParser parser, Where where) throws IOException {
    if (parser.isCurrentAlias()) {
      problems.add(where, "aliases (*) are not supported");
    }
    String text = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
    Positions.Text written = written(text, where);
    spot(where, written);
    return new Scalar(where, new Literal(text, kind(parser.currentToken(), where)), written);
  }

  private Literal.Kind kind(JsonToken token, Where where) {
    if (token == JsonToken.VALUE_NULL) {
      return Literal.Kind.NULL;
    }
    String rest = rest(where);
    boolean quoted = !rest.isEmpty() && "\"'|>".indexOf(rest.charAt(0)) >= 0;
    return quoted ? Literal.Kind.QUOTED : Literal.Kind.PLAIN;
  }

  private Positions.Text written(String text, Where where) {
    String rest = rest(where);
    if (!text.isEmpty() && rest.startsWith(text)) {
      return Positions.Text.PLAIN;
    }
    boolean quoted = rest.startsWith("'" + text + "'") || rest.startsWith("\"" + text + "\"");
    return quoted ? Positions.Text.QUOTED : Positions.Text.OTHER;
  }

  private String rest(Where where) {
    boolean inside = where.line() <= lines.size();
    String line = inside ? lines.get(where.line() - 1) : "";
    return line.substring(Math.min(line.length(), where.column() - 1));
  }

  private void spot(Where where, Positions.Text text) {
    spots.putIfAbsent(where.path(), new Positions.Spot(where.line(), where.column(), text));
  }

  private Where where(JsonLocation location, String path) {
    int line = location == null ? 1 : Math.max(1, location.getLineNr());
    int column = location == null ? 1 : Math.max(1, location.getColumnNr());
    return new Where(file, line, column, path);
  }

  static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The parser's own words, without the piece of the file that it shows: it may hold a secret. */
  private static String said(JsonProcessingException e) {
    String problem =
        e.getCause() instanceof MarkedYAMLException marked ? marked.getProblem() : null;
    return problem != null ? problem : e.getOriginalMessage().lines().findFirst().orElse("");
  }
}
