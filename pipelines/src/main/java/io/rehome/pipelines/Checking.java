package io.rehome.pipelines;

import io.rehome.io.Scan;
import java.nio.file.Path;
import java.util.List;

/**
 * How a comparison with the target goes about it.
 *
 * @param looks how many times it looks again at what seems to differ
 * @param repair what becomes of the records that differ
 * @param reports the folder that holds a folder of reports for each run
 */
public record Checking(int looks, Repair repair, Path reports) {
  /** What a user who says nothing gets. */
  public static final Checking DEFAULT = new Checking(0, Repair.NONE, Path.of("reports"));

  /** What becomes of the records that differ. */
  public enum Repair {
    /** They stay as they are. */
    NONE {
      @Override
      void repair(Parts parts, Scan scan, List<Stretch> stretches) {}
    },
    /** They are made PENDING, so that RETRY_FAILED repairs them. */
    REOPEN {
      @Override
      void repair(Parts parts, Scan scan, List<Stretch> stretches) {
        new ReopenDifferences(parts, scan).reopen(stretches);
      }
    };

    abstract void repair(Parts parts, Scan scan, List<Stretch> stretches);
  }
}
