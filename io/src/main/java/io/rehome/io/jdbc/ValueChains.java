package io.rehome.io.jdbc;

import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.TargetColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connects uploads of which one wants the unique value that another one's row holds. */
final class ValueChains {
  private final DocumentShape shape;
  private final List<String> fields;
  private final Map<Slot, Slot> leaders = new HashMap<>();
  private final Map<List<@Nullable Object>, Slot> first = new HashMap<>();

  private ValueChains(DocumentShape shape) {
    this.shape = shape;
    this.fields = shape.columns().stream().map(TargetColumn::name).toList();
  }

  /** The slots, those that are connected with each other together. */
  static Collection<List<Slot>> in(List<Slot> slots, DocumentShape shape) {
    ValueChains chains = new ValueChains(shape);
    slots.forEach(chains::add);
    Map<Slot, List<Slot>> connected = new LinkedHashMap<>();
    slots.forEach(
        slot -> connected.computeIfAbsent(chains.leader(slot), any -> new ArrayList<>()).add(slot));
    return connected.values();
  }

  private void add(Slot slot) {
    leaders.put(slot, slot);
    for (List<String> unique : shape.table().uniques()) {
      if (fields.containsAll(unique)) {
        Stream.concat(Stream.of(slot.document()), slot.upload().held().stream())
            .map(document -> claim(unique, document))
            .filter(claim -> !claim.contains(null))
            .forEach(claim -> connect(claim, slot));
      }
    }
  }

  private void connect(List<@Nullable Object> claim, Slot slot) {
    Slot other = first.putIfAbsent(claim, slot);
    if (other != null) {
      leaders.put(leader(slot), leader(other));
    }
  }

  private List<@Nullable Object> claim(List<String> unique, Document document) {
    List<@Nullable Object> claim = new ArrayList<>();
    claim.add(String.join(", ", unique));
    unique.forEach(field -> claim.add(document.values().get(fields.indexOf(field))));
    return claim;
  }

  private Slot leader(Slot slot) {
    Slot leader = slot;
    Slot next = leaders.getOrDefault(leader, leader);
    while (next != leader) {
      leader = next;
      next = leaders.getOrDefault(leader, leader);
    }
    return leader;
  }
}
