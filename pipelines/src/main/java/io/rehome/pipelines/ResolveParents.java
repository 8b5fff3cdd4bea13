package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.Parent;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetKey;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.ReferenceRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the target keys of parents into the documents of a page, by one question to the store for
 * each parent entity. A record whose parent is not there is rejected and waits for it, or takes the
 * value that its rule gives instead.
 */
final class ResolveParents {
  private final List<ReferenceRule> references;
  private final ParentValues values;

  /** Resolves these of the entity's references; the others are left alone. */
  ResolveParents(EntityRules rules, List<ReferenceRule> references) {
    this.references = references;
    this.values = new ParentValues(rules);
  }

  /** The same candidates, those that were Mapped resolved or rejected. */
  List<Candidate> resolve(List<Candidate> candidates, Ledger ledger) {
    if (references.isEmpty()) {
      return candidates;
    }
    Map<Reference, Parent> parents = parents(candidates, ledger);
    List<Candidate> resolved = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      resolved.add(
          candidate instanceof Candidate.Mapped mapped ? resolve(mapped, parents) : candidate);
    }
    return resolved;
  }

  private Map<Reference, Parent> parents(List<Candidate> candidates, Ledger ledger) {
    Map<Reference, Parent> parents = new HashMap<>();
    wanted(candidates)
        .forEach(
            (entity, keys) ->
                ledger
                    .parents(entity, keys)
                    .forEach((key, parent) -> parents.put(new Reference(entity, key), parent)));
    return parents;
  }

  private Map<String, Set<SourceKey>> wanted(List<Candidate> candidates) {
    Map<String, Set<SourceKey>> wanted = new HashMap<>();
    for (Candidate candidate : candidates) {
      if (candidate instanceof Candidate.Mapped mapped) {
        for (ReferenceRule rule : references) {
          if (values.of(mapped.document(), rule) instanceof Reference reference) {
            wanted.computeIfAbsent(reference.entity(), any -> new HashSet<>()).add(reference.key());
          }
        }
      }
    }
    return wanted;
  }

  private Candidate resolve(Candidate.Mapped mapped, Map<Reference, Parent> parents) {
    List<@Nullable Object> document = new ArrayList<>(mapped.document().values());
    Orphanage orphanage = new Orphanage();
    for (ReferenceRule rule : references) {
      if (values.of(mapped.document(), rule) instanceof Reference reference) {
        fill(document, rule, reference, parents.get(reference), orphanage);
      }
    }
    return orphanage.isEmpty()
        ? new Candidate.Mapped(mapped.row(), mapped.source(), new Document(document))
        : orphanage.rejected(mapped);
  }

  private void fill(
      List<@Nullable Object> document,
      ReferenceRule rule,
      Reference reference,
      @Nullable Parent parent,
      Orphanage orphanage) {
    TargetKey key = keyOf(parent);
    if (key != null) {
      values.put(document, rule, key, orphanage);
    } else if (rule.missing() instanceof ReferenceRule.Missing.Instead instead) {
      values.put(document, rule, instead, orphanage);
    } else {
      orphanage.add(rule.field(), reference, reasonFor(parent));
    }
  }

  private static @Nullable TargetKey keyOf(@Nullable Parent parent) {
    if (parent instanceof Parent.Present present) {
      return present.key();
    }
    return parent instanceof Parent.UnderWay underWay ? underWay.key() : null;
  }

  private static Reason reasonFor(@Nullable Parent parent) {
    return parent == null ? Reason.PARENT_MISSING : Reason.PARENT_NOT_LOADED;
  }
}
