package io.rehome.io.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.rehome.model.FieldDifference;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that differ, as one text: a JSON array of [column, expected, found]. */
final class FieldsText {
  /** Half a surrogate pair is among what PostgreSQL's text cannot hold. */
  private static final JsonFactory WRITING =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private FieldsText() {}

  static String of(List<FieldDifference> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = WRITING.createGenerator(text)) {
      json.writeStartArray();
      for (FieldDifference field : fields) {
        json.writeStartArray();
        json.writeString(field.column());
        json.writeString(field.expected());
        json.writeString(field.found());
        json.writeEndArray();
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static List<FieldDifference> read(String text) {
    List<FieldDifference> fields = new ArrayList<>();
    try (JsonParser parser = JsonValues.FACTORY.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        String column = String.valueOf(parser.nextTextValue());
        fields.add(new FieldDifference(column, next(parser), next(parser)));
        parser.nextToken();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the store holds text that is not the JSON we wrote", e);
    }
    return fields;
  }

  private static @Nullable String next(JsonParser parser) throws IOException {
    return parser.nextToken() == JsonToken.VALUE_NULL ? null : parser.getText();
  }
}
