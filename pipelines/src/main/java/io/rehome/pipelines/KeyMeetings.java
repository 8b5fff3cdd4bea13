package io.rehome.pipelines;

import io.rehome.io.HeldKey;
import io.rehome.io.RangeSize;
import io.rehome.io.ReadLimits;
import io.rehome.model.DocumentShape;
import io.rehome.model.KeyRange;
import io.rehome.model.Outcome;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetKey;
import io.rehome.pipelines.KeyDigest.Suspects;
import io.rehome.pipelines.KeyPacks.Buckets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * The meetings of keys of one entity: those that the target holds, those that the store says it
 * holds, and those of the source. Only those meet that a {@link KeyLook} suspects; what is too much
 * for the memory at once meets share by share.
 */
final class KeyMeetings {
  /** Keys of one side in one pass: about 50 bytes each. */
  private static final long KEYS_AT_ONCE = 2_000_000;

  private static final long KEYS_IN_A_BUCKET = 50_000;
  private static final RangeSize RANGE = new RangeSize(50_000, Long.MAX_VALUE);

  private final Parts parts;
  private final Stretch stretch;
  private final DocumentShape shape;

  KeyMeetings(Parts parts, Stretch stretch) {
    this.parts = parts;
    this.stretch = stretch;
    this.shape = parts.plan().entity(stretch.entity()).shape();
  }

  /** What the store says of a record, as a note beside one of its keys. */
  interface Note extends java.io.Serializable, Function<HeldKey, String> {}

  /**
   * A look at all keys, which tells whose need to meet.
   *
   * @param counted what a record counts as, where its key agrees with the source's
   */
  KeyLook look(List<KeyRange> ranges, Function<HeldKey, Optional<Outcome>> counted) {
    return parts
        .rounds()
        .ask(
            () ->
                new KeyLook(parts.workplace(), shape, counted)
                    .at(narrow(), ranges, limits(), new ReadAtOnce(parts.rounds()::check)));
  }

  /**
   * The store's target keys on the left, with the note of their record (that of another entity's
   * record is empty); the target's on the right.
   */
  void ofTargetKeys(Suspects suspects, Note note, Meeting meeting) {
    Workplace workplace = parts.workplace();
    String entity = stretch.entity();
    KeySide held = each -> heldTargetKeys(workplace, entity, note, each);
    KeySide found = foundKeys(workplace, shape);
    for (Buckets buckets : buckets(suspects)) {
      parts.rounds().run("keys", pipeline -> fill(pipeline, held, found, buckets, meeting));
    }
  }

  private static void heldTargetKeys(
      Workplace workplace, String entity, Note note, BiConsumer<String, String> each) {
    workplace.holdings().ofSharers(entity, key -> each.accept(key.text(), ""));
    workplace
        .holdings()
        .each(
            entity,
            held -> held.target().ifPresent(key -> each.accept(key.text(), note.apply(held))));
  }

  private static KeySide foundKeys(Workplace workplace, DocumentShape shape) {
    return each -> workplace.target().reading().keys(shape, key -> found(key, each));
  }

  private static void found(TargetKey key, BiConsumer<String, String> each) {
    each.accept(key.text(), "");
  }

  private static boolean fill(
      Pipeline pipeline, KeySide held, KeySide found, Buckets buckets, Meeting meeting) {
    PCollection<KV<Integer, byte[]>> right =
        PackKeys.of(pipeline, "keys of the target", found, buckets);
    PackKeys.of(pipeline, "keys of the store", held, buckets)
        .apply("Meet in the target", new MeetKeys(right, meeting));
    return true;
  }

  /** Ranges of one pass alone. */
  List<KeyRange> ranges() {
    return parts.rounds().ask(() -> parts.ranges(stretch.source(), RANGE));
  }

  /**
   * The keys of these ranges of the source on the left, with the note of {@link PackSourceKeys};
   * the store's on the right, with the note of their record.
   */
  void ofSourceKeys(Suspects suspects, List<KeyRange> ranges, Note note, Meeting meeting) {
    Workplace workplace = parts.workplace();
    String entity = stretch.entity();
    KeySide held =
        each ->
            workplace
                .holdings()
                .each(entity, one -> each.accept(one.source().text(), note.apply(one)));
    for (Buckets buckets : buckets(suspects)) {
      parts.rounds().run("keys", pipeline -> fill(pipeline, ranges, held, buckets, meeting));
    }
  }

  private boolean fill(
      Pipeline pipeline, List<KeyRange> ranges, KeySide held, Buckets buckets, Meeting meeting) {
    PCollection<KV<Integer, byte[]>> right =
        PackKeys.of(pipeline, "keys of the store", held, buckets);
    parts
        .river()
        .pages(pipeline, narrow(), ranges, limits())
        .apply(
            "Pack keys of the source",
            ParDo.of(new PackSourceKeys(parts.workplace().tag().run(), buckets)))
        .setCoder(MeetKeys.CODER)
        .apply("Meet in the source", new MeetKeys(right, meeting));
    return true;
  }

  /** The key alone; of a table without a key the whole row. */
  private SourceTable narrow() {
    SourceTable source = stretch.source();
    return source.isKeyless()
        ? source
        : new SourceTable(
            source.entity(), source.from(), source.where(), source.key(), source.key());
  }

  private ReadLimits limits() {
    List<String> columns =
        stretch.source().isKeyless()
            ? List.of()
            : stretch.source().key().stream().map(SourceColumn::name).toList();
    return new ReadLimits(
        columns,
        (int) RANGE.rows(),
        parts.volume().splitBytes(),
        Long.MAX_VALUE,
        parts.river().limits().rowsPerSecond());
  }

  /** None where there is nobody to meet. */
  private static Set<Buckets> buckets(Suspects suspects) {
    int count = (int) (1 + Math.min(suspects.keys(), KEYS_AT_ONCE) / KEYS_IN_A_BUCKET);
    return suspects.isEmpty()
        ? Set.of()
        : Share.of(suspects.keys(), KEYS_AT_ONCE).stream()
            .map(share -> new Buckets(share, count, suspects))
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }
}
