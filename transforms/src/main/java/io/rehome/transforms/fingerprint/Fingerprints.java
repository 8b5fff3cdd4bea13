package io.rehome.transforms.fingerprint;

import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.SourceRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of values: MurmurHash3 (x64, 128 bits, seed 0) of their {@link CanonicalForm}. Kept
 * in stores, so that the same values give the same fingerprint in every version; values that differ
 * share one by chance only (about 1 in 2^128), but not against someone who seeks it.
 *
 * <p>Uses its buffer again and again: an object belongs to one thread.
 */
public final class Fingerprints {
  private final CanonicalForm form = new CanonicalForm();

  /**
   * The fingerprint of these values, in the classes of {@link io.rehome.model.SourceType} or {@link
   * io.rehome.model.TargetType}.
   *
   * @throws IllegalArgumentException where a value is of another class
   */
  public Fingerprint of(List<? extends @Nullable Object> values) {
    return form.clear().addAll(values).hash();
  }

  /** The fingerprint of a whole document. */
  public Fingerprint of(Document document) {
    return of(document.values());
  }

  /** The fingerprint of a row's key and of its values at these positions, in this order. */
  public Fingerprint of(SourceRow row, int[] positions) {
    form.clear().add(row.key().text());
    for (int position : positions) {
      form.add(row.values().get(position));
    }
    return form.hash();
  }
}
