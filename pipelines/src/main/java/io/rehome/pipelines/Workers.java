package io.rehome.pipelines;

import io.rehome.io.Outage;
import java.util.Optional;
import java.util.function.Predicate;

/** Who carries out the steps of a run's pipelines. */
interface Workers {
  /** Threads of this JVM: they cannot go away without us. */
  Workers HERE =
      new Workers() {
        @Override
        public Optional<Outage> outage(Throwable failure) {
          return Optional.empty();
        }

        @Override
        public void end(String run) {}
      };

  /** The outage behind a pipeline's failure, where they went away or could not be reached. */
  Optional<Outage> outage(Throwable failure);

  /** Asks them to end what they still do for this run; what they write meanwhile is fenced. */
  void end(String run);

  /** Those that the flags of a run name. */
  static Workers of(RunRequest request) {
    if (!request.runner().equals("FlinkRunner")) {
      return HERE;
    }
    return request.beamFlags().stream()
        .filter(flag -> flag.startsWith("--flinkMaster="))
        .map(flag -> flag.replaceFirst("^--flinkMaster=", ""))
        .filter(Predicate.not(master -> master.startsWith("[") || master.isEmpty()))
        .reduce((first, last) -> last)
        .<Workers>map(FlinkCluster::at)
        .orElseGet(FlinkHere::new);
  }
}
