package io.rehome.pipelines;

import io.rehome.io.Register;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * What one invocation of a mode is asked to do. All options of the command line end here, as
 * values, before any pipeline exists.
 *
 * @param entities the entities to run; empty = all of the plan
 * @param keys texts of the source keys to run, of the one entity named; empty = all
 * @param choice what the mode's own options say
 * @param rowsPerSecond most rows a second to read from the source; 0 = unlimited
 * @param outageBudget how long an outage may last before the run ends resumable
 * @param beamFlags flags of Beam and its runners, valid and complete with our defaults
 */
public record RunRequest(
    Mode mode,
    List<String> entities,
    List<String> keys,
    Register.Begin begin,
    Allowance maxRejected,
    Choice choice,
    long rowsPerSecond,
    Duration outageBudget,
    List<String> beamFlags) {

  public RunRequest {
    entities = List.copyOf(entities);
    keys = List.copyOf(keys);
    beamFlags = List.copyOf(beamFlags);
  }

  /** Whether this entity's records are asked for. */
  boolean wants(String entity) {
    return entities.isEmpty() || entities.contains(entity);
  }

  /** How a run of this request is continued that did not come to its end. */
  public String continuation() {
    return switch (begin) {
      case CONTINUE -> "the same command continues";
      case RESTART -> "the same command without --restart continues";
    };
  }

  /** Options for one pipeline, made anew each time: a runner writes into them. */
  public PipelineOptions pipelineOptions() {
    return PipelineOptionsFactory.fromArgs(beamFlags.toArray(String[]::new)).create();
  }

  /** The runner's name, as books and reports show it. */
  public String runner() {
    return pipelineOptions().getRunner().getSimpleName();
  }
}
