package io.rehome.transforms.values;

/** The two types in which PostgreSQL keeps JSON. */
enum JsonForm {
  /** {@code json}: the text as it came. */
  TEXT,
  /**
   * {@code jsonb}: parsed; it has no NUL character, no half surrogate pairs and bounded numbers.
   */
  BINARY;

  static JsonForm of(String typeName) {
    return typeName.endsWith("jsonb") ? BINARY : TEXT;
  }
}
