package io.rehome.io.store;

import io.rehome.io.Unproven;
import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.SourceKey;
import io.rehome.model.TargetKey;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps from what was sent of records what may still be theirs: a row that another record of any
 * entity has under the same target key by now is that one's.
 */
final class OwnRows {
  private final SharedTargets targets;
  private final DocumentShape shape;

  OwnRows(Session session, Entity entity, DocumentShape shape) {
    this.targets = new SharedTargets(session, entity);
    this.shape = shape;
  }

  /** The same records with what is theirs, without those of which nothing is. */
  Map<SourceKey, Unproven> of(Map<SourceKey, Unproven> records) throws SQLException {
    Set<String> taken = records.isEmpty() ? Set.of() : targets.takenByAny(strayKeys(records));
    Map<SourceKey, Unproven> own = new HashMap<>();
    records.forEach((key, one) -> own.put(key, own(one, taken)));
    own.values().removeIf(one -> one.sent().isEmpty());
    return own;
  }

  /** Where the keys of the source are kept, no two records have one. */
  private Set<String> strayKeys(Map<SourceKey, Unproven> records) {
    Set<String> keys = new HashSet<>();
    records.forEach(
        (record, one) ->
            one.sent().stream()
                .filter(sent -> isStray(one, sent))
                .map(this::key)
                .filter(key -> !key.equals(KeyColumn.stored(record.text())))
                .forEach(keys::add));
    return keys;
  }

  private Unproven own(Unproven record, Set<String> taken) {
    List<Document> sent =
        record.sent().stream()
            .filter(one -> !isStray(record, one) || !taken.contains(key(one)))
            .toList();
    return new Unproven(sent, record.confirmed());
  }

  /** Whether it went to another row than the one that the target acknowledged. */
  private boolean isStray(Unproven record, Document sent) {
    return !record.confirmed().map(this::key).equals(Optional.of(key(sent)));
  }

  private String key(Document document) {
    List<?> values =
        Arrays.stream(shape.keyPositions()).mapToObj(i -> document.values().get(i)).toList();
    return KeyColumn.stored(TargetKey.ofValues(values).text());
  }
}
