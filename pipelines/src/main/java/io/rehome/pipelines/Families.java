package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.Parent;
import io.rehome.model.Reference;
import io.rehome.model.SourceKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parents of a page's records, asked of the store once, and of the source where it must be. */
final class Families {
  private final Map<Reference, Parent> parents = new HashMap<>();
  private final Map<Reference, Reference> spelled = new HashMap<>();

  /**
   * The parents of these keys, by entity. A key that the store never saw may be spelled otherwise.
   */
  static Families of(Map<String, Set<SourceKey>> wanted, Ledger ledger, Spelling spelling) {
    Families families = new Families();
    wanted.forEach(
        (entity, keys) -> {
          families.ask(entity, keys, ledger);
          families.spell(entity, keys, ledger, spelling);
        });
    return families;
  }

  private void ask(String entity, Set<SourceKey> keys, Ledger ledger) {
    ledger
        .parents(entity, keys)
        .forEach((key, parent) -> parents.put(new Reference(entity, key), parent));
  }

  private void spell(String entity, Set<SourceKey> keys, Ledger ledger, Spelling spelling) {
    Set<SourceKey> unknown = new HashSet<>(keys);
    unknown.removeIf(key -> parents.containsKey(new Reference(entity, key)));
    Map<SourceKey, SourceKey> otherwise =
        unknown.isEmpty() ? Map.of() : spelling.of(entity, unknown);
    if (!otherwise.isEmpty()) {
      ask(entity, new HashSet<>(otherwise.values()), ledger);
    }
    otherwise.forEach(
        (asked, known) -> spelled.put(new Reference(entity, asked), new Reference(entity, known)));
  }

  /** The reference as the source spells it. */
  Reference spelled(Reference reference) {
    return spelled.getOrDefault(reference, reference);
  }

  /** The parent of a reference as it is spelled; null where the store never saw it. */
  @Nullable Parent parent(Reference reference) {
    return parents.get(reference);
  }
}
