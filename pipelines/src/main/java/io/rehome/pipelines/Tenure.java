package io.rehome.pipelines;

import io.rehome.io.Fence;
import io.rehome.io.Lease;
import io.rehome.io.MarketplaceBusy;

/** Whether a run must be the only one of its marketplace. */
enum Tenure {
  /** It writes records: one run at a time. */
  ALONE {
    @Override
    Lease begin(Handles handles, String marketplace, String run) throws MarketplaceBusy {
      handles.target().createFence();
      Lease lease = handles.store().acquire(marketplace, run);
      handles.target().raise(lease.fence());
      return lease;
    }
  },
  /** It only looks: it runs beside any other, and takes nothing from them. */
  BESIDE_OTHERS {
    @Override
    Lease begin(Handles handles, String marketplace, String run) {
      return new NoLease(new Fence(marketplace, 0));
    }
  };

  /**
   * Begins it; the caller closes it.
   *
   * @throws MarketplaceBusy where another run holds the marketplace
   */
  abstract Lease begin(Handles handles, String marketplace, String run) throws MarketplaceBusy;

  /** No fence lets its token pass: what needs a lease fails. */
  private record NoLease(Fence fence) implements Lease {
    @Override
    public boolean isHeld() {
      return true;
    }

    @Override
    public void close() {}
  }
}
