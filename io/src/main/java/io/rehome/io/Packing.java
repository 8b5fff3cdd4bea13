package io.rehome.io;

import io.rehome.model.Page;
import java.io.Serializable;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;

/**
 * What travels on of a page that was read. Used by one thread at a time.
 *
 * @param <T> what a page becomes
 */
public interface Packing<T> extends Serializable {
  T packed(Page page);

  Coder<T> coder();

  /** The page as it is. */
  static Packing<Page> whole() {
    return new Packing<>() {
      private static final long serialVersionUID = 1;

      @Override
      public Page packed(Page page) {
        return page;
      }

      @Override
      public Coder<Page> coder() {
        return SerializableCoder.of(Page.class);
      }
    };
  }
}
