package io.rehome.pipelines;

/** RETRY_FAILED: what is REJECTED or PENDING is tried again. */
final class RetryFailedMode {
  private final Parts parts;

  RetryFailedMode(Parts parts) {
    this.parts = parts;
  }

  void run() {
    RunRequest request = parts.request();
    Choice choice = request.choice();
    new RetryRecords(parts).retry(choice.failed(request.keys()), choice.from(), question());
  }

  /** A command that asks for the same continues; its time does not count, for it moves. */
  private String question() {
    RunRequest request = parts.request();
    return "%s %s %s %s"
        .formatted(
            request.entities(),
            request.keys(),
            request.choice().reasons().stream().sorted().toList(),
            request.choice().from());
  }
}
