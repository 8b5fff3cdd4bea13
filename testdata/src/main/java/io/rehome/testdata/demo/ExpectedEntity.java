package io.rehome.testdata.demo;

import java.util.List;

/**
 * How the records of one entity must end: {@code read} is the sum of {@code loaded}, {@code
 * skipped} and all rejections.
 */
public record ExpectedEntity(
    String entity, long read, long loaded, long skipped, List<ExpectedRejections> rejections) {
  public ExpectedEntity {
    rejections = List.copyOf(rejections);
  }
}
