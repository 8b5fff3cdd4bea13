package io.rehome.report;

import io.rehome.io.Asserted;

/**
 * Two queries of the plan that must agree.
 *
 * @param sourceAnswer what the source answered, or why it did not
 */
public record AssertReport(
    String source, String target, String sourceAnswer, String targetAnswer, boolean equal) {

  static AssertReport of(Asserted pair) {
    return new AssertReport(
        pair.sourceQuery(),
        pair.targetQuery(),
        pair.sourceAnswer(),
        pair.targetAnswer(),
        !pair.isBroken());
  }
}
