package io.rehome.plan;

import static java.util.stream.Collectors.toMap;

import io.rehome.model.Correction;
import io.rehome.model.Reference;
import io.rehome.model.SourceKey;
import io.rehome.transforms.Corrections;
import io.rehome.transforms.ReferenceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns corrections into the values that an entity's steps take. */
final class CompileCorrections {
  private final Map<String, String> parents;

  /** Of an entity with these references: what corrects one names the parent by its source key. */
  CompileCorrections(List<ReferenceRule> references) {
    this.parents = references.stream().collect(toMap(ReferenceRule::field, ReferenceRule::entity));
  }

  Corrections of(List<Correction> corrections) {
    Map<SourceKey, Map<String, @Nullable Object>> byKey = new HashMap<>();
    for (Correction correction : corrections) {
      byKey
          .computeIfAbsent(correction.key(), any -> new HashMap<>())
          .put(correction.field(), value(correction).orElse(null));
    }
    return corrections.isEmpty() ? Corrections.none() : new Corrections(byKey);
  }

  private Optional<Object> value(Correction correction) {
    String parent = parents.get(correction.field());
    return correction
        .value()
        .map(text -> parent == null ? text : new Reference(parent, new SourceKey(text)));
  }
}
