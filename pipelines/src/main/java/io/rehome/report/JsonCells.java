package io.rehome.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.rehome.pipelines.Walk.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row or document as the store keeps it, cell by cell; numbers stay as they are written. */
final class JsonCells {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonCells() {}

  /** The cells of this JSON object; a column without a type here has the type "". */
  static List<Cell> of(String json, Map<String, String> types) {
    List<Cell> cells = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String column = parser.currentName();
        cells.add(new Cell(column, types.getOrDefault(column, ""), value(parser)));
      }
      return cells;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String value(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      return bytes(parser);
    }
    return token == JsonToken.VALUE_NULL ? null : parser.getText();
  }

  /** The object that stands for bytes. */
  private static String bytes(JsonParser parser) throws IOException {
    parser.nextToken();
    parser.nextToken();
    String hexadecimal = "0x" + HexFormat.of().formatHex(parser.getBinaryValue());
    parser.nextToken();
    return hexadecimal;
  }
}
