package io.rehome.io.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.rehome.model.Bytes;
import io.rehome.model.DocumentShape;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what {@link JsonText} wrote, into the classes in which the values travelled. A column
 * that the text does not hold is null; what the text holds of other columns is left out.
 */
final class JsonValues {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final List<Shape> shapes;
  private final Map<String, Integer> positions = new HashMap<>();

  /** Turns the text of a value into the class in which it travelled. */
  @FunctionalInterface
  interface Shape {
    Object value(Kind kind, String text);
  }

  /** How the text stood in JSON. */
  enum Kind {
    NUMBER,
    STRING
  }

  /** Reads originals as rows of this table. */
  static JsonValues ofRows(SourceTable source) {
    return new JsonValues(
        source.columns().stream().map(SourceColumn::name).toList(),
        source.columns().stream().map(column -> Shapes.of(column.type())).toList());
  }

  /** Reads documents of this shape. */
  static JsonValues ofDocuments(DocumentShape shape) {
    return new JsonValues(
        shape.columns().stream().map(TargetColumn::name).toList(),
        shape.columns().stream().map(column -> Shapes.of(column.type())).toList());
  }

  JsonValues(List<String> names, List<? extends Shape> shapes) {
    this.shapes = List.copyOf(shapes);
    for (int i = 0; i < names.size(); i++) {
      positions.putIfAbsent(names.get(i), i);
    }
  }

  /** The values of this object, one for each column. */
  List<@Nullable Object> read(String text) {
    return parsed(text).values();
  }

  /** The same, where the object has exactly these columns; empty where it was made of others. */
  Optional<List<@Nullable Object>> readWhole(String text) {
    Parsed parsed = parsed(text);
    return parsed.isWhole() ? Optional.of(parsed.values()) : Optional.empty();
  }

  private record Parsed(List<@Nullable Object> values, boolean isWhole) {}

  private Parsed parsed(String text) {
    int known = 0;
    int others = 0;
    @Nullable Object[] values = new @Nullable Object[shapes.size()];
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        Integer position = positions.get(name);
        if (position == null) {
          parser.skipChildren();
          others++;
        } else {
          known++;
          values[position] = value(parser, shapes.get(position));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the store holds text that is not the JSON we wrote", e);
    }
    return new Parsed(
        Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values))),
        others == 0 && known == values.length);
  }

  private static @Nullable Object value(JsonParser parser, Shape shape) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> shape.value(Kind.STRING, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> shape.value(Kind.NUMBER, parser.getText());
      case START_OBJECT -> bytes(parser);
      default -> throw new IOException("no value begins with " + token);
    };
  }

  private static Bytes bytes(JsonParser parser) throws IOException {
    parser.nextFieldName();
    String text = parser.nextTextValue();
    parser.nextToken();
    return new Bytes(Base64.getDecoder().decode(text));
  }
}
