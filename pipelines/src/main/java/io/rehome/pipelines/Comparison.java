package io.rehome.pipelines;

import io.rehome.io.Asserted;
import io.rehome.io.Findings;
import java.util.List;
import java.util.Optional;

/**
 * What a run found that compared source and target.
 *
 * @param findings by entity in the order of the river; empty where the run compared nothing
 * @param asserts what the plan's pairs of queries answered
 */
public record Comparison(Extent extent, List<Findings> findings, List<Asserted> asserts) {
  /** Of a run that compares nothing. */
  public static final Comparison NONE = new Comparison(Extent.NOTHING, List.of(), List.of());

  /** What was compared. */
  public enum Extent {
    NOTHING,
    /** Keys: what is in the target that should not be there. */
    KEYS,
    /** Whole rows. */
    ROWS
  }

  public Comparison {
    findings = List.copyOf(findings);
    asserts = List.copyOf(asserts);
  }

  /** What was found of an entity. */
  public Optional<Findings> of(String entity) {
    return findings.stream().filter(it -> it.entity().equals(entity)).findFirst();
  }

  /** Whether whole rows were compared: then nothing was loaded. */
  public boolean isOfRows() {
    return extent == Extent.ROWS;
  }

  /** How many differences there are, broken assertions among them. */
  public long differences() {
    return findings.stream().mapToLong(Findings::differences).sum()
        + asserts.stream().filter(Asserted::isBroken).count();
  }
}
