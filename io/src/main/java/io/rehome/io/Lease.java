package io.rehome.io;

/** The right to write for one marketplace, held by one run and renewed in the background. */
public interface Lease extends AutoCloseable {

  /** The token that this run's writes carry. */
  Fence fence();

  /** Whether it is still ours, by the store's clock at the last renewal. */
  boolean isHeld();

  /** Gives the lease back; the next run may begin at once. */
  @Override
  void close();
}
