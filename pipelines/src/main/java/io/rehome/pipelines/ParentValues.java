package io.rehome.pipelines;

import io.rehome.model.Bytes;
import io.rehome.model.Candidate;
import io.rehome.model.Document;
import io.rehome.model.Reference;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetColumn;
import io.rehome.model.TargetKey;
import io.rehome.model.TargetType;
import io.rehome.transforms.EntityRules;
import io.rehome.transforms.ReferenceRule;
import io.rehome.transforms.values.Conversion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and fills the fields of a document that name parents. */
final class ParentValues {
  private final Map<String, Integer> positions;
  private final List<TargetColumn> columns;
  private final Map<String, Conversion> conversions = new HashMap<>();

  ParentValues(EntityRules rules) {
    positions = rules.shape().positions();
    columns = rules.shape().columns();
    for (ReferenceRule rule : rules.references()) {
      conversions.put(
          rule.field(), Conversion.into(rules.shape().columns().get(position(rule)), rules.zone()));
    }
  }

  /** What stands in the rule's field. */
  @Nullable Object of(Document document, ReferenceRule rule) {
    return document.values().get(position(rule));
  }

  /** The parents that these fields of mapped candidates name, by entity. */
  Map<String, Set<SourceKey>> parents(List<ReferenceRule> rules, List<Candidate> candidates) {
    Map<String, Set<SourceKey>> parents = new HashMap<>();
    for (Candidate candidate : candidates) {
      if (candidate instanceof Candidate.Mapped mapped) {
        for (ReferenceRule rule : rules) {
          if (of(mapped.document(), rule) instanceof Reference reference) {
            parents
                .computeIfAbsent(reference.entity(), any -> new HashSet<>())
                .add(reference.key());
          }
        }
      }
    }
    return parents;
  }

  /** Puts the parent's key into the rule's field. */
  void put(
      List<@Nullable Object> document, ReferenceRule rule, TargetKey key, Orphanage orphanage) {
    put(document, rule, isOfBytes(rule) ? bytes(key) : key.text(), orphanage);
  }

  /** A key's text shows bytes as hexadecimal digits. */
  private static Bytes bytes(TargetKey key) {
    return new Bytes(HexFormat.of().parseHex(key.text()));
  }

  private boolean isOfBytes(ReferenceRule rule) {
    return columns.get(position(rule)).type() == TargetType.BYTES;
  }

  /** Puts the value that stands for a missing parent into the rule's field. */
  void put(
      List<@Nullable Object> document,
      ReferenceRule rule,
      ReferenceRule.Missing.Instead instead,
      Orphanage orphanage) {
    put(document, rule, instead.value(), orphanage);
  }

  private void put(
      List<@Nullable Object> document,
      ReferenceRule rule,
      @Nullable Object value,
      Orphanage orphanage) {
    try {
      Conversion conversion = conversions.get(rule.field());
      document.set(
          position(rule), conversion == null ? value : conversion.convert(value, used -> {}));
    } catch (RejectedValue e) {
      orphanage.add(rule.field(), e);
    }
  }

  private int position(ReferenceRule rule) {
    Integer position = positions.get(rule.field());
    if (position == null) {
      throw new IllegalArgumentException("no column is filled by the reference " + rule.field());
    }
    return position;
  }
}
