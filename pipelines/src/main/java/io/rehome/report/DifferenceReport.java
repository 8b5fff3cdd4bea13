package io.rehome.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rehome.io.Difference;
import java.util.List;
import java.util.Optional;

/**
 * A difference between source and target.
 *
 * @param key the source key, where a source row is known
 */
public record DifferenceReport(
    Difference.Kind kind,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> key,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> targetKey,
    Difference.Cause cause,
    List<Field> fields) {

  /** A field that differs; a value that is left out is NULL. */
  public record Field(
      String column,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> expected,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> found) {}

  static DifferenceReport of(Difference difference) {
    return new DifferenceReport(
        difference.kind(),
        difference.source(),
        difference.target(),
        difference.cause(),
        difference.fields().stream()
            .map(
                field ->
                    new Field(
                        field.column(),
                        Optional.ofNullable(field.expected()),
                        Optional.ofNullable(field.found())))
            .toList());
  }
}
