package io.rehome.io;

import io.rehome.model.Document;
import io.rehome.model.DocumentShape;
import io.rehome.model.SourceKey;
import io.rehome.model.SourceRow;
import io.rehome.model.SourceTable;
import io.rehome.model.TargetKey;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What the store says that the target holds. Read only; needs no lease. */
public interface Holdings {

  /** Of these records; those the store never saw are left out. */
  Map<SourceKey, Holding> of(String entity, DocumentShape shape, Collection<SourceKey> keys);

  /**
   * Hands over what it keeps of these records while it is read, as rows and documents of these
   * shapes: huge ones need not be held beside each other. Left out are originals that are not kept,
   * and documents that a plan of other fields made, of which today's shape says nothing.
   */
  void memories(
      SourceTable source,
      DocumentShape shape,
      Collection<SourceKey> keys,
      BiConsumer<SourceKey, Memory<SourceRow>> originals,
      BiConsumer<SourceKey, Memory<Document>> documents);

  /** Those of these target keys under which a record of any entity is in this entity's table. */
  Set<TargetKey> taken(String entity, Collection<TargetKey> keys);

  /** Hands over the keys of each record of the entity while they are read. */
  void each(String entity, Consumer<HeldKey> each);

  /**
   * Hands over each target key that a record of another entity, of any marketplace, holds in the
   * table that this entity writes.
   */
  void ofSharers(String entity, Consumer<TargetKey> each);
}
