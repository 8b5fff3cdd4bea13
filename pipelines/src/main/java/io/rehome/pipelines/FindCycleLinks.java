package io.rehome.pipelines;

import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Link;
import io.rehome.model.Reference;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.ReferenceRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what the records of a page reference within their own cycle. */
final class FindCycleLinks {
  private static final CycleLinks NONE = new CycleLinks(List.of(), List.of());

  private final List<ReferenceRule> references;
  private final ParentValues values;
  private final Spelling spelling;

  /**
   * Finds them for records of one entity.
   *
   * @param innerFields the fields that reference records of the entity's own cycle
   */
  FindCycleLinks(EntityRules rules, Set<String> innerFields, Spelling spelling) {
    this.references =
        rules.references().stream().filter(rule -> innerFields.contains(rule.field())).toList();
    this.values = new ParentValues(rules);
    this.spelling = spelling;
  }

  /**
   * Those of each candidate, in the order of these, named as the source spells its keys. Only
   * Mapped ones have any.
   */
  List<CycleLinks> of(List<Candidate> candidates) {
    Map<Reference, Reference> spelled = spelled(candidates);
    return candidates.stream()
        .map(one -> one instanceof Candidate.Mapped mapped ? of(mapped.document(), spelled) : NONE)
        .toList();
  }

  private Map<Reference, Reference> spelled(List<Candidate> candidates) {
    Map<Reference, Reference> spelled = new HashMap<>();
    values
        .parents(references, candidates)
        .forEach(
            (entity, keys) ->
                spelling
                    .of(entity, keys)
                    .forEach(
                        (asked, known) ->
                            spelled.put(
                                new Reference(entity, asked), new Reference(entity, known))));
    return spelled;
  }

  private CycleLinks of(Document document, Map<Reference, Reference> spelled) {
    List<Link> needed = new ArrayList<>();
    List<Link> optional = new ArrayList<>();
    for (ReferenceRule rule : references) {
      if (values.of(document, rule) instanceof Reference reference) {
        (rule.missing() instanceof ReferenceRule.Missing.Instead ? optional : needed)
            .add(new Link(rule.field(), spelled.getOrDefault(reference, reference)));
      }
    }
    return needed.isEmpty() && optional.isEmpty() ? NONE : new CycleLinks(needed, optional);
  }
}
