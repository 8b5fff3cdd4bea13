package io.rehome.pipelines;

import io.rehome.io.Contender;
import io.rehome.model.SourceColumn;
import io.rehome.model.SourceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Gathers claims and tells those that meet another, ranked by key: the lowest key ranks first. */
final class Contention {
  private final Comparator<SourceKey> order;
  private final Map<Claim, SourceKey> first = new HashMap<>();
  private final Map<Claim, List<SourceKey>> contended = new HashMap<>();

  Contention(List<SourceColumn> key) {
    this.order = new KeyOrder(key);
  }

  void add(Claim claim, SourceKey key) {
    SourceKey before = first.putIfAbsent(claim, key);
    if (before != null && !before.equals(key)) {
      contended.computeIfAbsent(claim, any -> new ArrayList<>(List.of(before))).add(key);
    }
  }

  void forEach(Consumer<Contender> each) {
    contended.forEach((claim, keys) -> rank(claim, keys, each));
  }

  private void rank(Claim claim, List<SourceKey> keys, Consumer<Contender> each) {
    List<SourceKey> ranked = keys.stream().distinct().sorted(order).toList();
    for (int rank = 0; rank < ranked.size(); rank++) {
      each.accept(new Contender(claim.field(), claim.value(), ranked.get(rank), rank));
    }
  }
}
