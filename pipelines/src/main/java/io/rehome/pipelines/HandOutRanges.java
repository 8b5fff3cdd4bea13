package io.rehome.pipelines;

import io.rehome.model.KeyRange;
import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.joda.time.Duration;

/**
 * Hands out a range only while few bytes are in flight in this JVM: the gate that bounds memory on
 * a runner without back-pressure.
 */
@DoFn.BoundedPerElement
final class HandOutRanges extends DoFn<KeyRange, KeyRange> {
  private static final long serialVersionUID = 1;
  private static final Duration LOOK_AGAIN = Duration.millis(20);
  private final String run;
  private final Volume volume;

  HandOutRanges(String run, Volume volume) {
    this.run = run;
    this.volume = volume;
  }

  @GetInitialRestriction
  public OffsetRange initial() {
    return new OffsetRange(0, 1);
  }

  @ProcessElement
  public ProcessContinuation process(
      @Element KeyRange range,
      RestrictionTracker<OffsetRange, Long> tracker,
      OutputReceiver<KeyRange> ranges) {
    if (!InFlight.of(run).admits(range, volume.splitBytes(), volume.inFlightBytes())) {
      return ProcessContinuation.resume().withResumeDelay(LOOK_AGAIN);
    }
    if (tracker.tryClaim(0L)) {
      ranges.output(range);
    }
    return ProcessContinuation.stop();
  }
}
