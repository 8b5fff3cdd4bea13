package io.rehome.io.store;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.rehome.io.DatabaseAddress;
import io.rehome.io.Fence;
import io.rehome.io.Lease;
import io.rehome.io.MarketplaceBusy;
import io.rehome.io.Outage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A lease: a session that holds an advisory lock for as long as its process lives, and a row with a
 * token and an expiry, renewed by a daemon thread. While the store cannot be reached the lease
 * counts as held: nothing can be written there, and whoever takes over raises the fence.
 */
final class PostgresLease implements Lease {
  private static final Duration BEAT = Duration.ofSeconds(5);

  private final Session session;
  private final LeaseRow row;
  private final Fence fence;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean held = true;

  private PostgresLease(Session session, LeaseRow row, Fence fence) {
    this.session = session;
    this.row = row;
    this.fence = fence;
  }

  static Lease acquire(DatabaseAddress address, String marketplace, String run)
      throws MarketplaceBusy {
    Session session = Session.lasting(address);
    try {
      LeaseRow row = new LeaseRow(session, marketplace);
      PostgresLease lease = new PostgresLease(session, row, row.take(run));
      lease.startHeart();
      return lease;
    } catch (MarketplaceBusy | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private void startHeart() {
    Thread heart = new Thread(this::beat, "rehome lease");
    heart.setDaemon(true);
    heart.start();
  }

  private void beat() {
    try {
      while (!closed.await(BEAT.toMillis(), MILLISECONDS)) {
        renew();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void renew() {
    try {
      held = held && row.renew(fence);
    } catch (Outage | IllegalStateException notNow) {
      // The next beat tries again; until the store answers nobody can take over either.
    }
  }

  @Override
  public Fence fence() {
    return fence;
  }

  @Override
  public boolean isHeld() {
    return held;
  }

  @Override
  public void close() {
    closed.countDown();
    giveBack();
  }

  /** Does what it can: where the store is gone, so is the session, and with it the lease. */
  private synchronized void giveBack() {
    try (session) {
      row.giveBack(fence);
    } catch (Outage | IllegalStateException gone) {
      held = false;
    }
  }
}
