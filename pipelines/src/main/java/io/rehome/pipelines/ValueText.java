package io.rehome.pipelines;

import io.rehome.model.Bytes;
import io.rehome.model.Reference;
import java.math.BigDecimal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A value as text for people: plain digits, ISO dates, hexadecimal bytes; null for NULL. */
final class ValueText {
  private ValueText() {}

  static @Nullable String of(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Bytes bytes) {
      return "0x" + HexFormat.of().formatHex(bytes.array());
    }
    if (value instanceof Reference reference) {
      return reference.entity() + "/" + reference.key();
    }
    return value == null ? null : value.toString();
  }
}
