package io.rehome.pipelines;

import io.rehome.io.RejectionGroup;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.Outcome;
import io.rehome.model.Reason;
import io.rehome.model.Rejection;
import io.rehome.model.Stage;
import io.rehome.pipelines.Remapped.Fate;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what would become of an entity's records. Not for several threads. */
final class PreviewTally {
  private static final int SAMPLES = 5;
  private static final int LONGEST = 200;

  private final DocumentShape shape;
  private final Fingerprints fingerprints = new Fingerprints();
  private final Map<Way, Long> ways = new EnumMap<>(Way.class);
  private final Map<String, Examples<Preview.Sample>> fields = new TreeMap<>();
  private final Map<String, Kind> kinds = new TreeMap<>();

  private enum Way {
    CHANGED,
    ACCEPTED,
    REJECTED,
    SKIPPED,
    UNFINISHED,
    UNTOUCHED
  }

  PreviewTally(DocumentShape shape) {
    this.shape = shape;
  }

  /** Counts a record. {@code before} is what the target holds of it, where it was looked up. */
  void add(Remapped one, Optional<Document> before) {
    Way way = way(one);
    ways.merge(way, 1L, Long::sum);
    String key = one.kept().row().key().text();
    if (way == Way.REJECTED) {
      kind(((Candidate.Rejected) one.now()).rejection()).examples.add(key);
    } else if (before.isPresent() && one.now() instanceof Candidate.Mapped mapped) {
      compare(key, before.get(), mapped.document());
    }
  }

  private static Way way(Remapped one) {
    if (one.fate() != Fate.ENTERS) {
      return Way.UNTOUCHED;
    }
    if (one.kept().outcome() == Outcome.PENDING) {
      return Way.UNFINISHED;
    }
    if (one.now() instanceof Candidate.Rejected) {
      return Way.REJECTED;
    }
    if (one.now() instanceof Candidate.Skipped) {
      return Way.SKIPPED;
    }
    return one.kept().outcome() == Outcome.LOADED ? Way.CHANGED : Way.ACCEPTED;
  }

  private void compare(String key, Document before, Document after) {
    for (int i = 0; i < shape.columns().size(); i++) {
      Object old = before.values().get(i);
      Object now = after.values().get(i);
      if (!fingerprint(old).equals(fingerprint(now))) {
        fields
            .computeIfAbsent(shape.columns().get(i).name(), any -> new Examples<>())
            .add(new Preview.Sample(key, shown(old), shown(now)));
      }
    }
  }

  private Object fingerprint(@Nullable Object value) {
    return fingerprints.of(Arrays.asList(value));
  }

  private static @Nullable String shown(@Nullable Object value) {
    String text = ValueText.of(value);
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private Kind kind(Rejection rejection) {
    return kinds.computeIfAbsent(
        rejection.stage() + " " + rejection.reason() + " " + rejection.column(),
        any -> new Kind(rejection.stage(), rejection.reason(), rejection.column()));
  }

  /** Adds what was counted of later keys. */
  void add(PreviewTally later) {
    later.ways.forEach((way, count) -> ways.merge(way, count, Long::sum));
    later.fields.forEach(
        (field, more) -> fields.computeIfAbsent(field, any -> new Examples<>()).add(more));
    later.kinds.forEach(
        (name, kind) ->
            kinds
                .computeIfAbsent(name, any -> new Kind(kind.stage, kind.reason, kind.column))
                .examples
                .add(kind.examples));
  }

  Preview.Entity of(String entity) {
    return new Preview.Entity(
        entity,
        ways.values().stream().mapToLong(count -> count).sum(),
        count(Way.CHANGED),
        count(Way.ACCEPTED),
        count(Way.REJECTED),
        count(Way.SKIPPED),
        count(Way.UNFINISHED),
        count(Way.UNTOUCHED),
        fields.entrySet().stream()
            .map(it -> new Preview.Field(it.getKey(), it.getValue().count, it.getValue().first))
            .toList(),
        kinds.values().stream().map(kind -> kind.group(entity)).toList());
  }

  private long count(Way way) {
    return ways.getOrDefault(way, 0L);
  }

  /** How many there are, and the first of them. */
  private static final class Examples<T> {
    private final List<T> first = new ArrayList<>();
    private long count;

    void add(T one) {
      count++;
      keep(one);
    }

    void add(Examples<T> later) {
      count += later.count;
      later.first.forEach(this::keep);
    }

    private void keep(T one) {
      if (first.size() < SAMPLES) {
        first.add(one);
      }
    }
  }

  /** Rejections that share stage, reason and column. */
  private static final class Kind {
    private final Stage stage;
    private final Reason reason;
    private final String column;
    private final Examples<String> examples = new Examples<>();

    Kind(Stage stage, Reason reason, String column) {
      this.stage = stage;
      this.reason = reason;
      this.column = column;
    }

    RejectionGroup group(String entity) {
      return new RejectionGroup(entity, stage, reason, column, examples.count, examples.first);
    }
  }
}
