package io.rehome.pipelines;

import io.rehome.io.Outage;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flink within this JVM: a mini cluster for each pipeline. */
final class FlinkHere implements Workers {
  private static final Logger LOG = LoggerFactory.getLogger(FlinkHere.class);
  private static final String LEFT_OVER = "MemoryExecutionGraphInfoStore shutdown hook";

  @Override
  public Optional<Outage> outage(Throwable failure) {
    return Optional.empty();
  }

  /**
   * Forgets what is left of a pipeline that failed. A mini cluster closes all but its store of
   * ended jobs: that stays in a hook of the JVM's shutdown, and holds the job's failure, whose
   * stack trace holds the classes of that cluster's RPC system, some 13 MB for each.
   */
  @Override
  public void end(String run) {
    try {
      hooks().stream()
          .filter(hook -> hook.getName().equals(LEFT_OVER))
          .forEach(Runtime.getRuntime()::removeShutdownHook);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      LOG.debug("java.lang is not open: what failed pipelines leave in memory stays there", e);
    } catch (IllegalStateException e) {
      LOG.debug("the JVM ends", e);
    }
  }

  /** No method tells them. */
  @SuppressWarnings("unchecked")
  private static List<Thread> hooks() throws ReflectiveOperationException {
    Class<?> type = Class.forName("java.lang.ApplicationShutdownHooks");
    Field field = type.getDeclaredField("hooks");
    field.setAccessible(true);
    synchronized (type) {
      @Nullable Map<Thread, Thread> hooks = (Map<Thread, Thread>) field.get(null);
      return hooks == null ? List.of() : List.copyOf(hooks.keySet());
    }
  }
}
