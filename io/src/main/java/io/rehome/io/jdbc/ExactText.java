package io.rehome.io.jdbc;

import io.rehome.model.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Text that is what the source holds. A driver replaces bytes that are no UTF-8: such a value
 * travels as its {@link Bytes}, so that it can be rejected and is never changed silently.
 */
final class ExactText {
  private static final char REPLACEMENT = '\uFFFD';

  private ExactText() {}

  static @Nullable Object read(ResultSet row, int position) throws SQLException {
    String text = row.getString(position);
    return text == null || text.indexOf(REPLACEMENT) < 0 ? text : raw(text, row.getBytes(position));
  }

  private static Object raw(String text, byte[] bytes) {
    return isText(bytes) ? text : new Bytes(bytes);
  }

  private static boolean isText(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
