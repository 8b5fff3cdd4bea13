package io.rehome.testdata.demo;

import java.util.List;

/** How all records of a marketplace must end, in numbers. */
public record ExpectedOutcome(List<ExpectedEntity> entities) {
  public ExpectedOutcome {
    entities = List.copyOf(entities);
  }
}
