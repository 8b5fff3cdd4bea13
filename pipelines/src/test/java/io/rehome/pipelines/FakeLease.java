package io.rehome.pipelines;

import io.rehome.io.Fence;
import io.rehome.io.Lease;

/** A lease that is held until a test takes it away. */
final class FakeLease implements Lease {
  private volatile boolean held = true;

  void takeAway() {
    held = false;
  }

  @Override
  public Fence fence() {
    return new Fence("pets4homes", 7);
  }

  @Override
  public boolean isHeld() {
    return held;
  }

  @Override
  public void close() {
    held = false;
  }
}
