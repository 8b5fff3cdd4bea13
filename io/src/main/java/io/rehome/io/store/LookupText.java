package io.rehome.io.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.rehome.io.LookupRows;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lookup table's content as JSON text: an array of the columns, then an array for each row. A
 * value that is not text stands as {@code {"DECIMAL": "1.10"}}. Equal content gives equal text.
 */
final class LookupText {
  private LookupText() {}

  static String text(LookupRows rows) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JsonValues.FACTORY.createGenerator(text)) {
      out.writeStartArray();
      strings(rows.columns(), out);
      for (Map<String, @Nullable Object> row : rows.rows()) {
        out.writeStartArray();
        for (String column : rows.columns()) {
          write(row.get(column), out);
        }
        out.writeEndArray();
      }
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void strings(List<String> strings, JsonGenerator out) throws IOException {
    out.writeArray(strings.toArray(new String[0]), 0, strings.size());
  }

  private static void write(@Nullable Object value, JsonGenerator out) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else {
      out.writeStartObject();
      out.writeStringField(Tagged.of(value).name(), Tagged.text(value));
      out.writeEndObject();
    }
  }

  static LookupRows rows(String text) {
    try (JsonParser in = JsonValues.FACTORY.createParser(text)) {
      in.nextToken();
      in.nextToken();
      List<String> columns = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        columns.add(in.getText());
      }
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      while (in.nextToken() == JsonToken.START_ARRAY) {
        rows.add(row(columns, in));
      }
      return new LookupRows(columns, rows);
    } catch (IOException e) {
      throw new UncheckedIOException("the store holds a lookup that we did not write", e);
    }
  }

  private static Map<String, @Nullable Object> row(List<String> columns, JsonParser in)
      throws IOException {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (String column : columns) {
      row.put(column, value(in));
    }
    in.nextToken();
    return row;
  }

  private static @Nullable Object value(JsonParser in) throws IOException {
    JsonToken token = in.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token == JsonToken.VALUE_STRING) {
      return in.getText();
    }
    Tagged tag = Tagged.valueOf(in.nextFieldName());
    Object value = tag.value(in.nextTextValue());
    in.nextToken();
    return value;
  }
}
