package io.rehome.testdata.demo;

import java.util.List;

/**
 * The records of an entity that must be rejected for one reason.
 *
 * @param column the target column that is named; empty where none is
 * @param sha256 of their source keys in the store's form, in the order of their bytes, with a line
 *     feed between them; empty where the table has no key
 * @param keys the first fifty of them, in that order
 */
public record ExpectedRejections(
    String stage, String reason, String column, long count, String sha256, List<String> keys) {
  public ExpectedRejections {
    keys = List.copyOf(keys);
  }
}
