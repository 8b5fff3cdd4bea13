package io.rehome.plan;

import io.rehome.model.Fields;
import io.rehome.model.Mapper;
import io.rehome.model.Reference;
import io.rehome.model.RejectedValue;
import io.rehome.model.SourceKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names a parent by its source key; NULL where any part of the key is NULL. */
record ParentMapper(String entity, List<Mapper> parts) implements Mapper {

  @Override
  public @Nullable Object map(Fields source) throws RejectedValue {
    List<Object> key = new ArrayList<>(parts.size());
    for (Mapper part : parts) {
      Object value = part.map(source);
      if (value == null) {
        return null;
      }
      key.add(value);
    }
    return new Reference(entity, SourceKey.ofValues(key));
  }
}
