package io.rehome.pipelines;

import io.rehome.io.Scan;
import io.rehome.io.Selections;
import io.rehome.model.KeyRange;
import io.rehome.model.SourceKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;

/**
 * LOCAL_DIFF: the kept originals are mapped anew, and what differs from what the target confirmed
 * is loaded. The source is not asked.
 */
final class LocalDiffMode {
  private final Parts parts;

  LocalDiffMode(Parts parts) {
    this.parts = parts;
  }

  void run() {
    if (parts.request().keys().isEmpty()) {
      Scan scan = parts.rounds().ask(() -> selections().open(Mode.LOCAL_DIFF.name(), question()));
      new Descent(parts).go(stretches -> enter(scan, stretches));
      parts.rounds().step(() -> selections().end(scan));
    } else {
      new Descent(parts).go(stretches -> stretches.forEach(this::enterKeys));
    }
  }

  private void enterKeys(Stretch stretch) {
    List<SourceKey> keys = parts.request().keys().stream().map(SourceKey::new).toList();
    new EnterByKey(parts).enter(stretch, keys, Errand.byKey(Origin.STORE));
  }

  private void enter(Scan scan, List<Stretch> stretches) {
    parts.rounds().run("compare", pipeline -> fill(pipeline, scan, stretches));
    List<Stretch> changed = stretches.stream().filter(it -> waits(scan, it)).toList();
    changed.forEach(this::forgetContenders);
    new FindAllContenders(parts).find(changed);
    new EnterSelected(parts, scan, Origin.STORE).enter(changed);
  }

  private boolean fill(Pipeline pipeline, Scan scan, List<Stretch> stretches) {
    Map<Stretch, List<KeyRange>> spans = new LinkedHashMap<>();
    stretches.forEach(stretch -> spans.put(stretch, spans(scan, stretch)));
    spans.values().removeIf(List::isEmpty);
    spans.forEach((stretch, some) -> compare(pipeline, scan, stretch, some));
    return !spans.isEmpty();
  }

  private void compare(Pipeline pipeline, Scan scan, Stretch stretch, List<KeyRange> spans) {
    String entity = stretch.entity();
    pipeline
        .apply(
            "Spans of " + entity, Create.of(spans).withCoder(SerializableCoder.of(KeyRange.class)))
        .apply("Spread spans of " + entity, Reshuffle.viaRandomKey())
        .apply("Compare kept " + entity, new CompareKept(parts.workplace(), stretch, scan));
  }

  private List<KeyRange> spans(Scan scan, Stretch stretch) {
    return selections().spans(scan, stretch.entity(), parts.volume().rangeSize());
  }

  private boolean waits(Scan scan, Stretch stretch) {
    return !parts
        .rounds()
        .ask(() -> selections().waiting(scan, stretch.entity(), Optional.empty(), 1))
        .isEmpty();
  }

  /** Rules that changed may give other unique values: who claims them is found anew. */
  private void forgetContenders(Stretch stretch) {
    parts
        .rounds()
        .step(() -> parts.register().uncontend(parts.workplace().tag(), stretch.entity()));
  }

  /** Under other rules what was compared is to be compared again. */
  private String question() {
    RulesVersion version = parts.version();
    return "%s by plan %d, corrections %d, lookups %s"
        .formatted(
            parts.request().entities(),
            version.plan(),
            version.corrections(),
            new TreeMap<>(version.lookups()));
  }

  private Selections selections() {
    return parts.workplace().selections();
  }
}
