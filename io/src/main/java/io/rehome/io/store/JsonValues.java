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

  /** From here on an object is read without a parser's buffers. */
  private static final int HUGE = 1 << 20;

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
    Reading reading = new Reading();
    try {
      if (text.length() < HUGE) {
        reading.parse(text);
      } else {
        new HugeObject(text).each(reading::take);
      }
      return reading.parsed();
    } catch (IOException e) {
      throw new UncheckedIOException("the store holds text that is not the JSON we wrote", e);
    }
  }

  /** What is known of one object while its members come. */
  private final class Reading {
    private final @Nullable Object[] values = new @Nullable Object[shapes.size()];
    private int known;
    private int others;

    private void parse(String text) throws IOException {
      try (JsonParser parser = FACTORY.createParser(text)) {
        parser.nextToken();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          parser.nextToken();
          Integer position = position(name);
          if (position == null) {
            parser.skipChildren();
          } else {
            values[position] = value(parser, shapes.get(position));
          }
        }
      }
    }

    private @Nullable Integer position(String name) {
      Integer position = positions.get(name);
      if (position == null) {
        others++;
      } else {
        known++;
      }
      return position;
    }

    private void take(String name, HugeObject.Value value) {
      Integer position = position(name);
      if (position != null) {
        values[position] = value(value, shapes.get(position));
      }
    }

    private Parsed parsed() {
      return new Parsed(
          Collections.unmodifiableList(Arrays.asList(values)),
          others == 0 && known == values.length);
    }
  }

  private static @Nullable Object value(HugeObject.Value value, Shape shape) {
    if (value instanceof HugeObject.Value.Plain plain) {
      return shape.value(plain.kind(), plain.text());
    }
    if (value instanceof HugeObject.Value.Binary binary) {
      return new Bytes(Base64.getDecoder().decode(binary.base64()));
    }
    String word = ((HugeObject.Value.Word) value).word();
    return word.equals("null") ? null : Boolean.valueOf(word);
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
