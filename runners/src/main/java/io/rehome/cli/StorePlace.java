package io.rehome.cli;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Store;
import io.rehome.io.store.PostgresStore;
import io.rehome.io.store.embedded.EmbeddedStore;
import io.rehome.plan.StorePlan.Place;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store that a plan names, reached when it is first asked for. */
sealed interface StorePlace {

  /** The store; made and started where it is our own and not there yet. */
  Store store();

  /** Whether there can be anything in it. */
  boolean isThere();

  /** Lets go of what {@link #store} started. */
  void close();

  /** The place that the plan names. */
  static StorePlace of(Place place) {
    return place instanceof Place.Database database
        ? new Named(database.address())
        : new Ours(Path.of(""));
  }

  /** A PostgreSQL of the user's. */
  record Named(DatabaseAddress address) implements StorePlace {
    @Override
    public Store store() {
      return new PostgresStore(address);
    }

    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public void close() {}
  }

  /** The PostgreSQL of the working directory. */
  final class Ours implements StorePlace {
    private final Path directory;
    private @Nullable EmbeddedStore running;

    Ours(Path directory) {
      this.directory = directory;
    }

    @Override
    public synchronized Store store() {
      EmbeddedStore embedded = running == null ? EmbeddedStore.of(directory) : running;
      running = embedded;
      return embedded.store();
    }

    @Override
    public boolean isThere() {
      return EmbeddedStore.existsIn(directory);
    }

    @Override
    public synchronized void close() {
      Optional.ofNullable(running).ifPresent(EmbeddedStore::close);
      running = null;
    }
  }
}
