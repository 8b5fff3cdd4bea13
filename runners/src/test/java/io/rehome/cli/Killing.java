package io.rehome.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Kills a process of a cluster again and again: the job manager once, else its workers. A job that
 * compares confirms at its end only, so that the cluster works for some seconds between kills.
 */
final class Killing implements Runnable {
  private static final int MASTER_AT = 2;
  private static final int MOST = 6;
  private static final long PAUSE_MILLIS = 12_000;
  private final RealCluster cluster;
  private final List<String> killed = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  Killing(RealCluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public void run() {
    try {
      while (!ended && killed.size() < MOST) {
        awaitWorkers();
        rest();
        if (!ended) {
          String next =
              killed.size() == MASTER_AT ? "jobmanager" : "taskmanager-" + (1 + killed.size() % 2);
          cluster.replace(next);
          killed.add(next);
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitWorkers() throws Exception {
    while (!ended && !cluster.hasWorkers()) {
      Thread.sleep(200);
    }
  }

  private void rest() throws InterruptedException {
    long until = System.nanoTime() + PAUSE_MILLIS * 1_000_000;
    while (!ended && System.nanoTime() < until) {
      Thread.sleep(50);
    }
  }

  void end() {
    ended = true;
  }

  /** What was killed, in order. */
  List<String> killed() {
    return List.copyOf(killed);
  }
}
