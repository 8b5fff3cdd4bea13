package io.rehome.pipelines;

import io.rehome.io.Ledger;
import io.rehome.io.Parent;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Reason;
import io.rehome.model.Reference;
import io.rehome.model.TargetKey;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.ReferenceRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the target keys of parents into the documents of a page, by one question to the store for
 * each parent entity. A record whose parent is not there is rejected and waits for it, or takes the
 * value that its rule gives instead.
 */
final class ResolveParents {
  private final List<ReferenceRule> references;
  private final ParentValues values;
  private final Spelling spelling;

  /** Resolves these of the entity's references; the others are left alone. */
  ResolveParents(EntityRules rules, List<ReferenceRule> references, Spelling spelling) {
    this.references = references;
    this.spelling = spelling;
    this.values = new ParentValues(rules);
  }

  /** The same candidates, those that were Mapped resolved or rejected. */
  List<Candidate> resolve(List<Candidate> candidates, Ledger ledger) {
    if (references.isEmpty()) {
      return candidates;
    }
    Families families = Families.of(values.parents(references, candidates), ledger, spelling);
    List<Candidate> resolved = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      resolved.add(
          candidate instanceof Candidate.Mapped mapped ? resolve(mapped, families) : candidate);
    }
    return resolved;
  }

  private Candidate resolve(Candidate.Mapped mapped, Families families) {
    List<@Nullable Object> document = new ArrayList<>(mapped.document().values());
    Orphanage orphanage = new Orphanage(mapped.standIns());
    for (ReferenceRule rule : references) {
      if (values.of(mapped.document(), rule) instanceof Reference reference) {
        fill(document, rule, families.spelled(reference), families, orphanage);
      }
    }
    return orphanage.isEmpty()
        ? orphanage.mapped(mapped, new Document(document))
        : orphanage.rejected(mapped);
  }

  private void fill(
      List<@Nullable Object> document,
      ReferenceRule rule,
      Reference reference,
      Families families,
      Orphanage orphanage) {
    Parent parent = families.parent(reference);
    TargetKey key = keyOf(parent);
    if (key != null) {
      values.put(document, rule, key, orphanage);
    } else if (rule.missing() instanceof ReferenceRule.Missing.Instead instead) {
      values.put(document, rule, instead, orphanage);
      orphanage.standsIn(rule.field(), reference);
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
