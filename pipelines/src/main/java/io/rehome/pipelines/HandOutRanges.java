package io.rehome.pipelines;

import io.rehome.model.KeyRange;
import java.util.List;
import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.joda.time.Duration;

/**
 * Hands out the ranges of a line, one after another, only while few bytes are in flight in this
 * JVM: the gate that bounds memory on a runner without back-pressure. What is handed out in one go
 * is read by one thread; so one range goes at a time.
 */
@DoFn.BoundedPerElement
final class HandOutRanges extends DoFn<List<KeyRange>, KeyRange> {
  private static final long serialVersionUID = 1;
  private static final Duration LOOK_AGAIN = Duration.millis(50);
  private final String run;
  private final Volume volume;

  HandOutRanges(String run, Volume volume) {
    this.run = run;
    this.volume = volume;
  }

  @GetInitialRestriction
  public OffsetRange all(@Element List<KeyRange> line) {
    return new OffsetRange(0, line.size());
  }

  @ProcessElement
  public ProcessContinuation process(
      @Element List<KeyRange> line,
      RestrictionTracker<OffsetRange, Long> tracker,
      OutputReceiver<KeyRange> ranges) {
    long next = tracker.currentRestriction().getFrom();
    if (next == line.size()) {
      return ProcessContinuation.stop();
    }
    KeyRange range = line.get((int) next);
    if (InFlight.of(run).admits(range, volume.splitBytes(), volume.inFlightBytes())
        && tracker.tryClaim(next)) {
      ranges.output(range);
    }
    return ProcessContinuation.resume().withResumeDelay(LOOK_AGAIN);
  }
}
