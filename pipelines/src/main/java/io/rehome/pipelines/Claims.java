package io.rehome.pipelines;

import io.rehome.model.Document;
import io.rehome.model.Fingerprint;
import io.rehome.model.Reference;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.UniqueRule;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The unique values that a document claims, as fingerprints; taken before its references are
 * resolved. Not for several threads.
 */
final class Claims {
  private final List<int[]> uniques = new ArrayList<>();
  private final Fingerprints fingerprints = new Fingerprints();

  Claims(EntityRules rules) {
    Map<String, Integer> positions = rules.shape().positions();
    for (UniqueRule unique : rules.uniques()) {
      uniques.add(unique.fields().stream().mapToInt(field -> positions.get(field)).toArray());
    }
  }

  boolean isEmpty() {
    return uniques.isEmpty();
  }

  /** One fingerprint for each unique rule; none where one of its values is NULL. */
  List<Fingerprint> of(Document document) {
    List<Fingerprint> claims = new ArrayList<>(uniques.size());
    for (int rule = 0; rule < uniques.size(); rule++) {
      List<@Nullable Object> claim = values(rule, document);
      if (!claim.contains(null)) {
        claims.add(fingerprints.of(claim));
      }
    }
    return claims;
  }

  private List<@Nullable Object> values(int rule, Document document) {
    List<@Nullable Object> claim = new ArrayList<>();
    claim.add((long) rule);
    for (int position : uniques.get(rule)) {
      add(document.values().get(position), claim);
    }
    return claim;
  }

  /** A parent is told by its source key: its target key is not known yet in the narrow pass. */
  private static void add(@Nullable Object value, List<@Nullable Object> claim) {
    if (value instanceof Reference reference) {
      claim.add(reference.entity());
      claim.add(reference.key().text());
    } else {
      claim.add(value);
    }
  }
}
