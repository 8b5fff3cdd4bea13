package io.rehome.transforms;

import io.rehome.model.Stage;
import org.jspecify.annotations.Nullable;

/** Looks on while a record is taken through its rules. */
public interface Witness {

  /** A field's rule gave this value; null for NULL. */
  void filled(Stage stage, String field, String rule, @Nullable Object value);

  /** A named rule within a field's rule was used. */
  void used(String field, String rule);

  /** Looks away. */
  static Witness none() {
    return new Witness() {
      @Override
      public void filled(Stage stage, String field, String rule, @Nullable Object value) {}

      @Override
      public void used(String field, String rule) {}
    };
  }
}
