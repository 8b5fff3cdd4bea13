package io.rehome.pipelines;

import org.apache.beam.sdk.io.range.OffsetRange;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.splittabledofn.RestrictionTracker;
import org.joda.time.Duration;

/**
 * {@link HandOutRanges} for keys: hands out about a page of them at a time, by the size of the
 * records that were gathered before.
 */
@DoFn.BoundedPerElement
final class HandOutKeys extends DoFn<KeySlice, KeySlice> {
  private static final long serialVersionUID = 1;
  private static final Duration LOOK_AGAIN = Duration.millis(20);

  /** While nothing is known of their size. */
  private static final long FIRST = 50;

  private final String run;
  private final Volume volume;

  HandOutKeys(String run, Volume volume) {
    this.run = run;
    this.volume = volume;
  }

  @GetInitialRestriction
  public OffsetRange all(@Element KeySlice slice) {
    return new OffsetRange(0, slice.keys().size());
  }

  /** A part is claimed by its last key: what is not claimed is handed out later. */
  @ProcessElement
  public ProcessContinuation process(
      @Element KeySlice slice,
      RestrictionTracker<OffsetRange, Long> tracker,
      OutputReceiver<KeySlice> parts) {
    InFlight flight = InFlight.of(run);
    int from = (int) tracker.currentRestriction().getFrom();
    while (from < slice.keys().size()) {
      if (!flight.admits(volume.pageBytes(), bound(flight))) {
        return ProcessContinuation.resume().withResumeDelay(LOOK_AGAIN);
      }
      int to = (int) Math.min(slice.keys().size(), from + atOnce(flight));
      if (!tracker.tryClaim(to - 1L)) {
        flight.givesBack(volume.pageBytes());
        return ProcessContinuation.stop();
      }
      parts.output(slice.part(from, to, volume.pageBytes()));
      from = to;
    }
    return ProcessContinuation.stop();
  }

  /** While nothing is known of their size, one part goes at a time. */
  private long bound(InFlight flight) {
    return flight.bytesOfKey() == 0 ? 1 : volume.inFlightBytes();
  }

  private long atOnce(InFlight flight) {
    long bytes = flight.bytesOfKey();
    return bytes == 0
        ? FIRST
        : Math.max(1, Math.min(volume.pageRows(), volume.pageBytes() / bytes));
  }
}
