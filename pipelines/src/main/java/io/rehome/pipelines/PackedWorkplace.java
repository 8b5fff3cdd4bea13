package io.rehome.pipelines;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.rehome.io.RunTag;
import io.rehome.io.Source;
import io.rehome.io.Store;
import io.rehome.io.Target;
import io.rehome.model.Bytes;
import io.rehome.transforms.RulesFactory;
import java.io.Serializable;
import java.util.concurrent.ExecutionException;
import org.apache.beam.sdk.util.SerializableUtils;

/**
 * A workplace as bytes. The DirectRunner serializes and deserializes the function of a step each
 * time that it begins to work on a bundle, and a workplace holds a whole plan: so it is packed
 * once, and unpacked once in each JVM.
 */
record PackedWorkplace(Bytes packed) implements Serializable {
  /** By identity. */
  private static final Cache<Workplace, PackedWorkplace> PACKED =
      CacheBuilder.newBuilder().weakKeys().build();

  private static final Cache<PackedWorkplace, Workplace> UNPACKED =
      CacheBuilder.newBuilder().weakValues().build();

  static PackedWorkplace of(Workplace workplace) {
    return cached(() -> PACKED.get(workplace, () -> pack(workplace)));
  }

  private static PackedWorkplace pack(Workplace workplace) {
    Contents contents =
        new Contents(
            workplace.source(),
            workplace.store(),
            workplace.target(),
            workplace.tag(),
            workplace.rules());
    return new PackedWorkplace(new Bytes(SerializableUtils.serializeToByteArray(contents)));
  }

  private Object readResolve() {
    return cached(() -> UNPACKED.get(this, this::unpack));
  }

  private Workplace unpack() {
    Contents contents =
        (Contents) SerializableUtils.deserializeFromByteArray(packed.array(), "the workplace");
    return new Workplace(
        contents.source, contents.store, contents.target, contents.tag, contents.rules);
  }

  private static <T> T cached(Lookup<T> lookup) {
    try {
      return lookup.value();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a workplace is not serializable", e);
    }
  }

  private interface Lookup<T> {
    T value() throws ExecutionException;
  }

  private record Contents(Source source, Store store, Target target, RunTag tag, RulesFactory rules)
      implements Serializable {}
}
