package io.rehome.pipelines;

import io.rehome.io.RejectionGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What LOCAL_DIFF would touch, if it ran now. Children that would follow a newly accepted parent
 * are not counted as accepted: they still stand as rejected.
 */
public record Preview(
    String run,
    String marketplace,
    long campaign,
    Mode mode,
    boolean preview,
    Instant started,
    Instant finished,
    List<Entity> entities) {

  public Preview {
    entities = List.copyOf(entities);
  }

  /**
   * One entity's records.
   *
   * @param changed those in the target that would be written anew
   * @param accepted those that were left out and would be loaded now
   * @param rejected those that would be rejected, and were not, or for another reason
   * @param skipped those that would be left out by {@code where}, and were not
   * @param unfinished those that are PENDING: they would be finished
   * @param untouched all others
   * @param fields the fields of those that are in the target which would hold something else
   * @param rejections the new rejections by kind, each with its first keys
   */
  public record Entity(
      String entity,
      long read,
      long changed,
      long accepted,
      long rejected,
      long skipped,
      long unfinished,
      long untouched,
      List<Field> fields,
      List<RejectionGroup> rejections) {
    public Entity {
      fields = List.copyOf(fields);
      rejections = List.copyOf(rejections);
    }
  }

  /** A field, in how many records it would change, and the first of them. */
  public record Field(String field, long count, List<Sample> samples) {
    public Field {
      samples = List.copyOf(samples);
    }
  }

  /** A value as the target holds it and as it would be; null for NULL. Long ones are cut. */
  public record Sample(String key, @Nullable String before, @Nullable String after) {}
}
