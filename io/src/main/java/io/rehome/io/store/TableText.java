package io.rehome.io.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceTable;
import io.rehome.model.SourceTable.From;
import io.rehome.model.SourceType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A source's table as JSON text: {@code ["table", name, where, [columns], [key]]}, or {@code
 * "query"} and its SQL; each column is its name, kind and declared type in a row.
 */
final class TableText {
  private static final String TABLE = "table";

  private TableText() {}

  static String text(SourceTable table) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JsonValues.FACTORY.createGenerator(text)) {
      out.writeStartArray();
      out.writeString(table.from() instanceof From.Table ? TABLE : "query");
      out.writeString(spelled(table.from()));
      out.writeString(table.where());
      columns(table.columns(), out);
      columns(table.key(), out);
      out.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String spelled(From from) {
    return from instanceof From.Table table ? table.name() : ((From.Query) from).sql();
  }

  private static void columns(List<SourceColumn> columns, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (SourceColumn column : columns) {
      out.writeString(column.name());
      out.writeString(column.type().name());
      out.writeString(column.typeName());
    }
    out.writeEndArray();
  }

  static SourceTable table(String entity, String text) {
    try (JsonParser in = JsonValues.FACTORY.createParser(text)) {
      in.nextToken();
      boolean isTable = in.nextTextValue().equals(TABLE);
      String from = in.nextTextValue();
      return new SourceTable(
          entity,
          isTable ? new From.Table(from) : new From.Query(from),
          in.nextTextValue(),
          columns(in),
          columns(in));
    } catch (IOException e) {
      throw new UncheckedIOException("the store holds a table that we did not write", e);
    }
  }

  private static List<SourceColumn> columns(JsonParser in) throws IOException {
    List<SourceColumn> columns = new ArrayList<>();
    in.nextToken();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String name = in.getText();
      SourceType type = SourceType.valueOf(in.nextTextValue());
      columns.add(new SourceColumn(name, type, in.nextTextValue()));
    }
    return columns;
  }
}
