package io.rehome.pipelines;

import io.rehome.io.Register;
import java.time.Duration;
import java.util.List;

/** What tests ask runs to do: NORMAL on the DirectRunner, with two threads. */
final class Requests {

  private Requests() {}

  static RunRequest normal(Duration outageBudget, String maxRejected) {
    return new RunRequest(
        Mode.NORMAL,
        List.of(),
        List.of(),
        Register.Begin.CONTINUE,
        Allowance.parse(maxRejected),
        Choice.DEFAULT,
        0,
        outageBudget,
        List.of("--runner=DirectRunner", "--targetParallelism=2"));
  }
}
