package io.rehome.pipelines;

import java.util.List;

/** Plans the campaign's key ranges of an entity, where that was not done yet. */
final class PlanRanges {
  private final Parts parts;

  PlanRanges(Parts parts) {
    this.parts = parts;
  }

  void plan(Stretch stretch) {
    parts.rounds().step(() -> planOnce(stretch));
  }

  private void planOnce(Stretch stretch) {
    if (parts.register().unfinished(parts.campaign(), stretch.entity()).isEmpty()) {
      List<List<String>> bounds =
          parts.workplace().source().bounds(stretch.source(), parts.volume().rangeSize());
      parts.register().plan(parts.campaign(), stretch.entity(), bounds);
    }
  }
}
