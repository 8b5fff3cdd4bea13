package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.model.KeyRange;
import io.rehome.pipelines.CompareKept.Accounting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;

/** Maps all kept originals of some entities anew, and selects what differs. */
final class CompareAllKept {
  private final Parts parts;
  private final Scan scan;
  private final Accounting accounting;

  CompareAllKept(Parts parts, Scan scan, Accounting accounting) {
    this.parts = parts;
    this.scan = scan;
    this.accounting = accounting;
  }

  void compare(List<Stretch> stretches) {
    parts.rounds().run("compare", pipeline -> fill(pipeline, stretches));
  }

  private boolean fill(Pipeline pipeline, List<Stretch> stretches) {
    Map<Stretch, List<KeyRange>> spans = new LinkedHashMap<>();
    stretches.forEach(stretch -> spans.put(stretch, spans(stretch)));
    spans.values().removeIf(List::isEmpty);
    spans.forEach((stretch, some) -> compare(pipeline, stretch, some));
    return !spans.isEmpty();
  }

  private void compare(Pipeline pipeline, Stretch stretch, List<KeyRange> spans) {
    String entity = stretch.entity();
    pipeline
        .apply(
            "Spans of " + entity, Create.of(spans).withCoder(SerializableCoder.of(KeyRange.class)))
        .apply("Spread spans of " + entity, Reshuffle.viaRandomKey())
        .apply(
            "Compare kept " + entity,
            new CompareKept(parts.workplace(), stretch, scan, accounting));
  }

  private List<KeyRange> spans(Stretch stretch) {
    return parts.workplace().selections().spans(scan, stretch.entity(), parts.volume().spanSize());
  }
}
