package io.rehome.pipelines;

import io.rehome.model.Document;
import io.rehome.model.Reference;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.UniqueRule;
import io.rehome.transforms.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The unique values that a document claims, told by fingerprints; taken before its references are
 * resolved. Not for several threads.
 */
final class Claims {
  private final List<String> fields = new ArrayList<>();
  private final List<int[]> uniques = new ArrayList<>();
  private final Fingerprints fingerprints = new Fingerprints();

  Claims(EntityRules rules) {
    Map<String, Integer> positions = rules.shape().positions();
    for (UniqueRule unique : rules.uniques()) {
      fields.add(String.join(", ", unique.fields()));
      uniques.add(unique.fields().stream().mapToInt(field -> positions.get(field)).toArray());
    }
  }

  boolean isEmpty() {
    return uniques.isEmpty();
  }

  /** One claim for each unique rule; none where one of its values is NULL. */
  List<Claim> of(Document document) {
    List<Claim> claims = new ArrayList<>(uniques.size());
    for (int rule = 0; rule < uniques.size(); rule++) {
      List<@Nullable Object> claim = values(rule, document);
      if (!claim.contains(null)) {
        claims.add(new Claim(fields.get(rule), fingerprints.of(claim)));
      }
    }
    return claims;
  }

  private List<@Nullable Object> values(int rule, Document document) {
    List<@Nullable Object> claim = new ArrayList<>();
    claim.add(fields.get(rule));
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
